import type { XmlAttributes } from '../../excel/read/xml-scanner.ts';

/** Namespaces in their usual and in their strict form (ISO/IEC 29500). */
export const wordNamespaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** An attribute of the vocabulary, whatever its prefix. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((other) => other === name || other.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

/** A whole number from 0 on; undefined for anything else. */
export function count(attributes: XmlAttributes, name: string): number | undefined {
  const text = attribute(attributes, name);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A switch without a value is on. */
export function isOn(attributes: XmlAttributes): boolean {
  const value = attribute(attributes, 'val');
  return value === undefined || !['0', 'false', 'off'].includes(value);
}
