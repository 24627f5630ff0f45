/** The program's own pages; nothing else is ever shown in a window. */
export const ownScheme = 'app';
const ownHost = 'office';
export const ownOrigin = `${ownScheme}://${ownHost}`;
export const startAddress = `${ownOrigin}/`;
/** The page that only holds papers for a PDF; it is never shown. */
export const printAddress = `${ownOrigin}/print.html`;

/** Compares the parsed parts: a look-alike such as app://office.evil/ or app://office@evil/ must not pass. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  return (
    url.protocol === `${ownScheme}:` && url.host === ownHost && url.username === '' && url.password === ''
  );
}

/** The one page of the program; its own routes live behind the # and never leave it. */
export function isStartPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && isOwnAddress(address) && url.pathname === '/' && url.search === '';
}
