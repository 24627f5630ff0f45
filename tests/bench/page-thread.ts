/** A page in a thread of the core's process, behind a Node MessagePort: saves as many scores as it is told. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Client } from '#tests/support/core.ts';
import { signedIn } from '#tests/support/five-years.ts';
import { timesOf } from './measure.ts';
import { createScoreSaver } from './score-saver.ts';

const port = workerData as MessagePort;
port.start();
const headers = { 'x-window': crypto.randomUUID() };
const client = createORPCClient<Client>(new RPCLink({ port, headers }));
const saver = signedIn(client).then(() => createScoreSaver(client, 2));

parentPort?.on('message', (count: number) => {
  void saver.then(({ save }) => timesOf(count, save)).then((times) => parentPort?.postMessage(times));
});
