import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { type Assets, createAssets } from '../hosts/assets.ts';
import { securityHeaders } from '../hosts/headers.ts';
import { rescueHeaders } from '../hosts/rescue-page.ts';
import { isStartPage, ownScheme } from './own-pages.ts';
import type { RescuePages } from './rescue.ts';

/** The whole address is matched, undecoded: what is neither the page nor one plain name in assets/ is not served. */
const servedAddress = /^app:\/\/office\/(?:assets\/(?<asset>[^/\\%?#]+)|(?<print>print\.html))?(?:#.*)?$/;

/**
 * Serves the built renderer under app://office/, with the same headers as the browser host; while the data are damaged
 * the rescue page in its place.
 */
export function setupProtocol(rendererFolder: string, rescue: RescuePages): void {
  // Listed at the first request, inside its error handling: a missing folder must not end the main process.
  let assets: Assets | undefined;

  async function serve(request: Pick<Request, 'method' | 'url' | 'text'>): Promise<Response> {
    const nonce = randomBytes(16).toString('base64');
    const rescuePage = rescue.page();
    if (rescuePage !== null && isStartPage(request.url)) {
      const next = request.method === 'POST' ? await rescue.answer(await request.text()) : rescuePage;
      return new Response(next, { headers: rescueHeaders });
    }
    if (request.method !== 'GET') return answer(nonce, 405, '不支持这种请求', plainText);
    const match = servedAddress.exec(request.url);
    if (match === null) return answer(nonce, 404, '没有这个文件', plainText);
    const name = match.groups?.['asset'];
    if (name === undefined) {
      const file = match.groups?.['print'] ?? 'index.html';
      const page = await readFile(join(rendererFolder, file), 'utf8');
      return answer(nonce, 200, page.replaceAll('__NONCE__', nonce), 'text/html; charset=utf-8');
    }
    assets ??= createAssets(rendererFolder);
    const asset = await assets.read(name);
    if (asset === null) return answer(nonce, 404, '没有这个文件', plainText);
    return answer(nonce, 200, asset.bytes, asset.type);
  }

  protocol.handle(ownScheme, (request) =>
    serve(request).catch(() => answer('', 500, '程序的界面文件不完整，请重新安装程序。', plainText)),
  );
}

const plainText = 'text/plain; charset=utf-8';

function answer(
  nonce: string,
  status: number,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
): Response {
  return new Response(body, { status, headers: { ...securityHeaders(nonce), 'content-type': type } });
}
