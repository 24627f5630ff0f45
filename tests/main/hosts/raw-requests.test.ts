import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '#shared/random.ts';
import { type HttpOffice, startHttpOffice } from '#tests/support/http-office.ts';
import { note } from '#tests/reliability/at-work/figures.ts';

/* Bytes that no browser sends: mutated requests, smuggled ones, huge heads, bodies that never come. */

const count = Number(process.env['RAW_REQUESTS'] ?? 1_000);
const MOST_GROWTH_BYTES = 50 * 1024 * 1024;

let office: HttpOffice;
beforeAll(async () => {
  office = await startHttpOffice();
});
afterAll(() => office.close());

function seeds(own: string): string[] {
  const head = `Host: ${own}\r\nOrigin: http://${own}\r\nContent-Type: application/json\r\n`;
  const call = 'POST /rpc/session/state HTTP/1.1\r\n';
  return [
    `GET / HTTP/1.1\r\nHost: ${own}\r\n\r\n`,
    `${call}${head}Content-Length: 2\r\n\r\n{}`,
    `${call}${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /exports/x HTTP/1.1\r\nHost: ${own}\r\n\r\n`,
    `${call}${head}Transfer-Encoding: xchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    `${call}${head}Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}`,
    `${call}${head}Content-Length: -1\r\n\r\n{}`,
    `${call}${head}Content-Length: 999999\r\n\r\n{"json":`,
    `${call}${head}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}`,
    `POST /session HTTP/1.1\r\n${head}Content-Length: 14\r\n\r\n{"token":"x"}\n`,
    `GET /assets/${'a'.repeat(20_000)} HTTP/1.1\r\nHost: ${own}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: ${own}\r\nX: ${'b'.repeat(60_000)}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: ${own}\r\n${'Y: 1\r\n'.repeat(3_000)}\r\n`,
    `GET / HTTP/1.1\r\nHost: ${own}\r\nCookie: ${'office=1; '.repeat(1_000)}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: ${own}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n\r\n`,
    `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
    '\u0016\u0003\u0001\u0002\u0000\u0001',
  ];
}

it(`${count} of them bring no answer with data, no crash and no growth`, { timeout: 3_600_000 }, async () => {
  const own = `127.0.0.1:${office.server.port}`;
  const random = createRandom(5);
  const known = seeds(own).map((text) => Buffer.from(text, 'latin1'));
  const below = (limit: number) => random.integer(0, limit - 1);
  const mutated = (): Buffer => {
    const bytes = Buffer.from(known[below(known.length)] ?? '');
    for (let step = below(6); step > 0; step -= 1) bytes[below(bytes.length)] = below(256);
    return bytes.subarray(0, below(4) === 0 ? below(bytes.length) : bytes.length);
  };
  const before = process.memoryUsage().heapUsed;
  const answers: string[] = [];
  for (let sent = 0; sent < count; sent += 20) {
    const first = sent === 0 ? known : [];
    const batch = [...first, ...Array.from({ length: 20 }, mutated)];
    answers.push(...(await Promise.all(batch.map(answerTo))));
  }
  const letIn = answers.filter((answer) => /set-cookie|id="root"|not for anybody|office-/i.test(answer));
  expect(letIn).toEqual([]);
  expect((await office.fetch('/')).status).toBe(200);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(MOST_GROWTH_BYTES);
  note('raw requests without an answer with data', String(answers.length));
});

/** Sends and hangs up; a server that answers nothing to half a request has to bear that too. */
function answerTo(bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(office.server.port, '127.0.0.1', () => socket.end(bytes));
    let answer = '';
    socket.setEncoding('latin1').on('data', (part: string) => {
      answer += part;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
    socket.setTimeout(500, () => socket.destroy());
  });
}
