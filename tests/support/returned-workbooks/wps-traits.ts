import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/*
 * What workbooks saved by WPS are known for, as in those that other projects keep: entries for the folders of the
 * package, the day of all entries, the program's name and build, namespaces of its own, and texts in runs with a font
 * of their own.
 */

const SAVED = new Date('2012-07-02T09:52:00');
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FOLDERS = ['_rels/', 'docProps/', 'xl/', 'xl/_rels/', 'xl/theme/', 'xl/worksheets/'];
const WORKSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument';

const build = `${HEAD}<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.24657</vt:lpwstr></property></Properties>`;

const rewrites: readonly [name: RegExp, rewrite: (xml: string) => string][] = [
  [
    /^xl\/sharedStrings\.xml$/u,
    (xml) =>
      xml.replaceAll(
        /<si><t[^>]*>([^<]*)<\/t><\/si>/gu,
        '<si><r><rPr><sz val="11"/><rFont val="宋体"/><charset val="134"/></rPr><t xml:space="preserve">$1</t></r></si>',
      ),
  ],
  [
    /^xl\/worksheets\/sheet\d+\.xml$/u,
    (xml) =>
      xml.replace(WORKSHEET, `${WORKSHEET} xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"`),
  ],
  [
    /^xl\/workbook\.xml$/u,
    (xml) =>
      xml
        .replace(WORKSHEET, `${WORKSHEET} xmlns:dbsheet="http://web.wps.cn/et/2021/dbsheet"`)
        .replace(
          /<fileVersion[^>]*\/>/u,
          '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/>',
        ),
  ],
  [/^docProps\/app\.xml$/u, (xml) => xml.replace(/<Application>[^<]*/u, '<Application>WPS 表格')],
  [
    /^\[Content_Types\]\.xml$/u,
    (xml) =>
      xml.replace(
        '</Types>',
        `<Override PartName="/docProps/custom.xml" ContentType="${TYPES}.custom-properties+xml"/></Types>`,
      ),
  ],
  [
    /^_rels\/\.rels$/u,
    (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="rIdWps" Type="${OFFICE}/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
      ),
  ],
];

export function withWpsTraits(bytes: Uint8Array): Uint8Array {
  const parts: Zippable = Object.fromEntries(FOLDERS.map((name) => [name, new Uint8Array()]));
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const rewrite = rewrites.find(([pattern]) => pattern.test(name))?.[1];
    parts[name] = rewrite === undefined ? part : strToU8(rewrite(strFromU8(part)));
  }
  parts['docProps/custom.xml'] = strToU8(build);
  return zipSync(parts, { mtime: SAVED });
}
