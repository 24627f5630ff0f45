import { WorkbookError } from './workbook-error.ts';

/** Turns the bytes of an XML part into text; bytes that are not of its encoding refuse the file. */
interface XmlTextDecoder {
  decode(bytes: Uint8Array): string;
  finish(): string;
}

const DECLARATION_BYTES = 200;

export function createXmlTextDecoder(partName: string): XmlTextDecoder {
  let decoder: TextDecoder | undefined;
  const guarded = (bytes: Uint8Array, stream: boolean): string => {
    decoder ??= new TextDecoder(encodingOf(bytes, partName), { fatal: true });
    try {
      return decoder.decode(bytes, { stream });
    } catch (error) {
      throw new WorkbookError('bad-encoding', '文件里的文字编码有错，直接读会成为乱码', { cause: error });
    }
  };
  return {
    decode: (bytes) => guarded(bytes, true),
    finish: () => guarded(new Uint8Array(), false),
  };
}

function encodingOf(start: Uint8Array, partName: string): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(start.subarray(0, DECLARATION_BYTES));
  const declared = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/i.exec(head)?.[1];
  const encoding = declared?.toLowerCase() ?? 'utf-8';
  if (encoding === 'utf-8' || encoding === 'utf8' || encoding === 'us-ascii') return 'utf-8';
  if (encoding === 'gbk' || encoding === 'gb2312' || encoding === 'gb18030') return 'gb18030';
  throw new WorkbookError('bad-encoding', `文件用了不支持的文字编码 ${encoding}（部件 ${partName}）`);
}
