import { expect, test } from 'vitest';
import { numbersAround } from '#app/ui/blocks/page-numbers.tsx';

test.for([
	{ page: 1, pages: 2, shown: [1, 2] },
	{ page: 1, pages: 9, shown: [1, 2, null, 9] },
	{ page: 5, pages: 9, shown: [1, null, 4, 5, 6, null, 9] },
	{ page: 9, pages: 9, shown: [1, null, 8, 9] },
])('on page $page of $pages the list offers $shown', ({ page, pages, shown }) => {
	expect(numbersAround(page, pages)).toEqual(shown);
});
