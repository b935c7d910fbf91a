import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Unreadable } from './unreadable.ts';

/** An element: attributes under `$`, children by name (those of `LISTS` always as a list), text under `#text`. */
export type XmlNode = { readonly [name: string]: unknown };

const LISTS = new Set([
	'row',
	'c',
	'si',
	'r',
	't',
	'sheet',
	'Relationship',
	'mergeCell',
	'comment',
	'author',
	'numFmt',
	'xf',
]);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const parser = new XMLParser({
	ignoreAttributes: false,
	attributeNamePrefix: '',
	attributesGroupName: '$',
	removeNSPrefix: true,
	parseTagValue: false,
	parseAttributeValue: false,
	trimValues: false,
	ignoreDeclaration: true,
	ignorePiTags: true,
	maxNestedTags: 40,
	jPath: false,
	isArray: (name, _path, _leaf, isAttribute) => !isAttribute && LISTS.has(name),
	// The parser's own decoder leaves out &#10; and counts harmless &quot; towards its limit on expansions.
	entityDecoder: {
		decode: decodeEntities,
		setExternalEntities: () => {},
		addInputEntities: () => {},
		reset: () => {},
		setXmlVersion: () => {},
	},
});

/**
 * Parses one part of a workbook. Refused: a document type or entity definition (nothing in a workbook needs one), an
 * unknown entity, XML that is not well formed, because a parser that goes on would lose cells.
 */
export function parseXml(bytes: Buffer, part: string): XmlNode {
	const text = decode(bytes, part);
	if (/<!\s*(DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable('unsafe-xml', { part });
	try {
		if (XMLValidator.validate(text) !== true) throw new Unreadable('file-damaged', { part });
		return parser.parse(text) as XmlNode;
	} catch (error) {
		if (error instanceof Unreadable) throw error;
		throw new Unreadable('file-damaged', { part, why: error instanceof Error ? error.message : String(error) });
	}
}

/** The child element; null when there is none or it is empty. */
export function child(node: unknown, name: string): XmlNode | null {
	const found = (node as XmlNode | null)?.[name];
	return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as XmlNode) : null;
}

/** The children of that name, of those that come as a list. An element without anything in it is an empty node. */
export function children(node: unknown, name: string): readonly XmlNode[] {
	const found = (node as XmlNode | null)?.[name];
	if (!Array.isArray(found)) return [];
	return found.map((each) =>
		typeof each === 'object' && each !== null ? (each as XmlNode) : { '#text': String(each) },
	);
}

/** The attribute; null when it is not there. */
export function attribute(node: unknown, name: string): string | null {
	const value = (child(node, '$') as XmlNode | null)?.[name];
	return typeof value === 'string' ? value : null;
}

/** The text of the element itself, or of the child of that name; null when there is no such child. */
export function textOf(node: unknown, name?: string): string | null {
	const found = name === undefined ? node : (node as XmlNode | null)?.[name];
	if (found === undefined || found === null) return null;
	if (typeof found === 'string') return found;
	const text = (found as XmlNode)['#text'];
	return typeof text === 'string' ? text : '';
}

function decode(bytes: Buffer, part: string): string {
	const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	const encoding = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		throw new Unreadable('file-damaged', { part });
	}
}

function decodeEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([^;&\s]{1,40}));/gi, (_all, hex, decimal, name) => {
		if (name !== undefined) {
			const character = ENTITIES[name];
			if (character === undefined) throw new Unreadable('unsafe-xml', { entity: name });
			return character;
		}
		const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
		const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
		return isCharacter ? String.fromCodePoint(code) : '\ufffd';
	});
}
