import { Pagination } from '#app/ui/components/pagination.tsx';

type PageNumbersProps = {
	/** From 1. */
	readonly page: number;
	readonly pages: number;
	readonly hrefOf: (page: number) => string;
};

/** Leads through a list that has more than one page; nothing for a list that fits on one. */
export function PageNumbers({ page, pages, hrefOf }: PageNumbersProps) {
	if (pages <= 1) return null;
	return (
		<Pagination
			previous={page > 1 ? { href: hrefOf(page - 1) } : undefined}
			next={page < pages ? { href: hrefOf(page + 1) } : undefined}
			items={numbersAround(page, pages).map((number) =>
				number === null ? 'ellipsis' : { number, href: hrefOf(number), current: number === page },
			)}
		/>
	);
}

/** The first, the last, and those beside the current one; null for a gap. */
export function numbersAround(page: number, pages: number): readonly (number | null)[] {
	const shown = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
	const numbers = [...new Set(shown)].sort((one, other) => one - other);
	return numbers.flatMap((number, index) => {
		const before = numbers[index - 1] ?? 0;
		return number - before > 1 ? [null, number] : [number];
	});
}
