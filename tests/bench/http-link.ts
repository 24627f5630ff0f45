import { Agent, type IncomingMessage, request } from 'node:http';
import { StandardRPCLink } from '@orpc/client/standard';

/**
 * The contract over HTTP as a browser's network stack would send it: kept connections, one write for each call.
 * Node's own fetch puts streams between and takes longer for a call, in this process, than the office takes to
 * answer it: then it is fetch that is measured and not the program.
 */
export function httpLink(origin: string, headers: Readonly<Record<string, string>>) {
  const agent = new Agent({ keepAlive: true });
  return new StandardRPCLink(
    {
      async call({ url, method, headers: own, body }) {
        const text = JSON.stringify(body);
        const answer = await send(
          url,
          { method, agent, headers: { ...own, ...headers, 'content-type': 'application/json' } },
          text,
        );
        const read = await textOf(answer);
        return {
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: () => Promise.resolve(read === '' ? undefined : (JSON.parse(read) as unknown)),
        };
      },
    },
    { url: `${origin}/rpc` },
  );
}

function send(url: URL, options: Parameters<typeof request>[1], text: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const call = request(url, options, resolve);
    call.once('error', reject);
    call.end(text);
  });
}

function textOf(answer: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    answer.once('error', reject);
  });
}
