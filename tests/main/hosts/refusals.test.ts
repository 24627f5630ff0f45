import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpCarrier, portCarrier } from '#tests/support/carriers.ts';
import { type HttpOffice, startHttpOffice } from '#tests/support/http-office.ts';

let office: HttpOffice;
beforeAll(async () => {
  office = await startHttpOffice();
});
afterAll(() => office.close());

const stranger = '0190a0a0-0000-7000-8000-000000000000';
/** Path, input, and what is answered to somebody who has not signed in. */
const refusals = [
  ['history.head', undefined, 403, 'notSignedIn'],
  ['session.signIn', { userUid: stranger, password: 'x' }, 404, 'notFound'],
  ['users.recover', { userUid: stranger, code: 'AAAA', password: 'mountain-8' }, 409, 'refused'],
  ['session.signIn', { userUid: 5 }, 400, 'BAD_REQUEST'],
] as const;

describe('what is refused', () => {
  it.each(refusals)('%s %j comes as HTTP %i with the code %s', async (path, input, status, code) => {
    const cookie = await office.enter();
    const answer = await office.fetch(`/rpc/${path.replace('.', '/')}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(input === undefined ? {} : { json: input }),
    });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ json: { code, status } });
  });

  it('says the same on both carriers', async () => {
    const carriers = [await httpCarrier(office), portCarrier(office, 7)];
    for (const [path, input] of refusals) {
      const said = await Promise.all(
        carriers.map(({ call }) =>
          call(path, input).then(
            () => 'done',
            (error: { code: string; status: number; message: string }) => [
              error.code,
              error.status,
              error.message,
            ],
          ),
        ),
      );
      expect(said[0]).toEqual(said[1]);
      expect(said[0]).not.toBe('done');
    }
    for (const carrier of carriers) carrier.close();
  });
});
