import { json } from '@remix-run/node';

export function loader() {
	return json({ said: 'Nothing' });
}

export default function Empty() {
	return <p>Nothing</p>;
}
