const LINE_POINTS = 20;
const TOP = 780;

/** A PDF of one page for each list of lines; each character is its own code, as Word writes them. */
export function pdfOf(...pages: readonly (readonly string[])[]): Buffer {
  const codes = [...new Set(pages.flat().join(''))].map(codeOf);
  const pairs = codes.map((code) => `<${code}> <${code}>`).join(' ');
  const map = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${codes.length} beginbfchar ${pairs} endbfchar endcmap end`;
  const font = [
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >> >>`,
    streamOf(map),
  ];
  const first = 6;
  const kids = pages.map((_, place) => `${first + 2 * place} 0 R`).join(' ');
  const leaves = pages.flatMap((lines, place) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + 2 * place + 1} 0 R >>`,
    streamOf(lines.map(drawn).join('\n')),
  ]);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...font,
    ...leaves,
  ];
  return assembled(objects);
}

/** One line whose font names a predefined encoding and brings no table of its own, as older printers write it. */
export function pdfInEncoding(encoding: string, codes: string): Buffer {
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [5 0 R] /Count 1 >>',
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >> >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents 6 0 R >>',
    streamOf(`BT /F 12 Tf 50 ${TOP} Td <${codes}> Tj ET`),
  ]);
}

function drawn(line: string, place: number): string {
  const codes = [...line].map(codeOf).join('');
  return `BT /F 12 Tf 50 ${TOP - place * LINE_POINTS} Td <${codes}> Tj ET`;
}

function codeOf(character: string): string {
  return character.codePointAt(0)!.toString(16).padStart(4, '0');
}

function streamOf(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function assembled(objects: readonly string[]): Buffer {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}${head}${table}${trailer}`, 'latin1');
}
