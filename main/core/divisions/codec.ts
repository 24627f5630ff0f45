import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/*
 * The two kinds of files of resources/divisions, written by derive.ts there and read at run time. Both are
 * brotli over UTF-8 lines. Siblings share their parent's code, so only the step from the previous one is kept
 * (nothing for 1), directly before the name; a colon stands between them where the name begins with a digit.
 *
 *   table      divisions 1          villages   villages 1
 *              P11北京市                       110101001|多福巷社区,银闸社区,3东厂社区
 *              C1101市辖区                     …
 *              A110101东城区|东华门街道,景山街道
 */
const tableHeader = 'divisions 1';
const villagesHeader = 'villages 1';

export interface Coded {
  code: string;
  name: string;
}

export interface SourceCounty extends Coded {
  townships: Coded[];
}

export interface SourceCity extends Coded {
  counties: SourceCounty[];
}

export interface SourceProvince extends Coded {
  cities: SourceCity[];
}

/** A city of the table whose counties are still undecoded lines. */
export interface OutlineCity extends Coded {
  countyLines: string[];
}

export interface OutlineProvince extends Coded {
  cities: OutlineCity[];
}

function checkName(name: string): string {
  if (!/^[^:,|\s][^,|\s]*$/u.test(name)) throw new Error(`Name cannot be encoded: ${JSON.stringify(name)}`);
  return name;
}

function encodeSiblings(parentCode: string, siblings: readonly Coded[]): string {
  let previous = 0;
  const entries: string[] = [];
  for (const { code, name } of siblings) {
    const number = Number(code.slice(parentCode.length));
    const step = number - previous;
    const ascending = step > 0 || (step === 0 && entries.length === 0);
    if (!code.startsWith(parentCode) || !ascending) throw new Error(`Wrong code ${code} in ${parentCode}`);
    const digitFirst = /^\d/u.test(checkName(name));
    entries.push(`${step === 1 && !digitFirst ? '' : step}${digitFirst ? ':' : ''}${name}`);
    previous = number;
  }
  return entries.join(',');
}

function decodeSiblings(parentCode: string, text: string): Coded[] {
  if (text === '') return [];
  let number = 0;
  return text.split(',').map((entry) => {
    const [, step, name] = /^(\d*):?(.+)$/u.exec(entry) ?? [];
    if (name === undefined) throw new Error(`Damaged divisions resource at ${parentCode}`);
    number += step ? Number(step) : 1;
    return { code: parentCode + String(number).padStart(3, '0'), name };
  });
}

function compress(lines: readonly string[]): Buffer {
  const bytes = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

function decompress(bytes: Uint8Array, header: string): string[] {
  const [first, ...lines] = brotliDecompressSync(bytes).toString('utf8').trimEnd().split('\n');
  if (first !== header) throw new Error(`Not a divisions resource: expected "${header}"`);
  return lines;
}

function inOrder<T extends Coded>(items: readonly T[]): T[] {
  return items.toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

/** The same table gives the same bytes, in whatever order it comes. */
export function encodeTable(provinces: readonly SourceProvince[]): Buffer {
  const lines = [tableHeader];
  for (const province of inOrder(provinces)) {
    lines.push(`P${province.code}${checkName(province.name)}`);
    for (const city of inOrder(province.cities)) {
      lines.push(`C${city.code}${checkName(city.name)}`);
      for (const county of inOrder(city.counties)) {
        const townships = encodeSiblings(county.code, inOrder(county.townships));
        lines.push(`A${county.code}${checkName(county.name)}|${townships}`);
      }
    }
  }
  return compress(lines);
}

/** Provinces and cities; what lies below a city stays undecoded until `decodeCounty`. */
export function decodeTable(bytes: Uint8Array): OutlineProvince[] {
  const provinces: OutlineProvince[] = [];
  for (const line of decompress(bytes, tableHeader)) {
    const cities = provinces.at(-1)?.cities;
    if (line.startsWith('P')) provinces.push({ code: line.slice(1, 3), name: line.slice(3), cities: [] });
    else if (line.startsWith('C'))
      cities?.push({ code: line.slice(1, 5), name: line.slice(5), countyLines: [] });
    else cities?.at(-1)?.countyLines.push(line);
  }
  return provinces;
}

export function decodeCounty(line: string): SourceCounty {
  const [, code, name, townships] = /^A(\d{6})([^|]+)\|(.*)$/u.exec(line) ?? [];
  if (code === undefined || name === undefined || townships === undefined) {
    throw new Error('Damaged divisions resource: a county line was expected');
  }
  return { code, name, townships: decodeSiblings(code, townships) };
}

/** Takes the villages by their township's code. */
export function encodeVillages(villagesOf: ReadonlyMap<string, readonly Coded[]>): Buffer {
  const townships = [...villagesOf].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return compress([
    villagesHeader,
    ...townships.map(([code, villages]) => `${code}|${encodeSiblings(code, inOrder(villages))}`),
  ]);
}

/** A look-up by township code into one city's file; each township is decoded when asked for. */
export function decodeVillages(bytes: Uint8Array): (townshipCode: string) => Coded[] {
  const lines = new Map(decompress(bytes, villagesHeader).map((line) => [line.slice(0, 9), line.slice(10)]));
  return (townshipCode) => decodeSiblings(townshipCode, lines.get(townshipCode) ?? '');
}
