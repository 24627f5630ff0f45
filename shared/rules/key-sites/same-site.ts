/*
 * When two entries are likely one site: the same name in the same township, or the same name at the same address.
 * Blanks, punctuation, full-width and capital letters make no difference.
 */

interface Place {
  name: string;
  address: string;
  /** Township, or county where the township is not known. */
  organizationId: number;
}

/** Most names are compared as they are written: to see that is ten times faster than to normalize them. */
const asWritten = /^[\da-z\u4E00-\u9FFF]*$/u;

export function comparedText(text: string): string {
  if (asWritten.test(text)) return text;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Two sites are likely the same where they share one of these. */
export function identityKeys({ name, address, organizationId }: Place): string[] {
  const [nameKey, addressKey] = [comparedText(name), comparedText(address)];
  const inPlace = `${nameKey} ${organizationId}`;
  return addressKey === '' ? [inPlace] : [inPlace, `${nameKey}@${addressKey}`];
}
