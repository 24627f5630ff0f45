import * as z from 'zod';
import { fingerprintOf, seedOf, type Sha256 } from './canonical.ts';
import { drawFrom } from './draw.ts';
import type { Drawn, FrozenPool } from './pool.ts';
import { problemsOf } from './problems.ts';

/** First field of a certificate's file. */
export const CERTIFICATE_FORMAT = 'random-inspection-draw';

const key = z.string().min(1);
const texts = z.array(z.string());
const poolSchema = z.strictObject({
  method: z.string(),
  title: z.string(),
  day: z.iso.date(),
  perObject: z.int().min(1),
  classes: z.array(
    z.strictObject({ key, name: z.string(), count: z.int().min(0), punishedFirst: z.boolean() }),
  ),
  objects: z.array(
    z.strictObject({ key, name: z.string(), classKey: key, punished: z.boolean(), places: texts }),
  ),
  inspectors: z.array(
    z.strictObject({
      key,
      name: z.string(),
      certificate: z.string(),
      expiresOn: z.iso.date(),
      avoidsPlaces: texts,
      avoidsNames: texts,
    }),
  ),
  leftOut: z.array(
    z.strictObject({ key, name: z.string(), kind: z.enum(['object', 'inspector']), reason: z.string() }),
  ),
});

/** The certificate's file: all that a third party needs to repeat the draw. */
export const certificateSchema = z.strictObject({
  format: z.literal(CERTIFICATE_FORMAT),
  number: z.string(),
  office: z.string(),
  /** Local time of the draw, 2026-11-23 10:05:00. */
  drawnAt: z.string(),
  /** Empty: it stands. */
  cancelled: z.string(),
  pool: poolSchema,
  fingerprint: z.string(),
  witnesses: z.array(z.strictObject({ name: z.string(), text: z.string() })).min(1),
  seed: z.string(),
  drawn: z.array(z.strictObject({ classKey: key, objectKey: key, inspectorKeys: z.array(key) })),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** One thing that was checked; `problem` says where it differs, empty: it does not. */
export interface Check {
  name: string;
  problem: string;
}

/** Repeats the draw of a certificate from what stands in it alone. */
export function verifyCertificate(certificate: Certificate, sha256: Sha256): Check[] {
  const { pool, fingerprint, witnesses, seed, drawn } = certificate;
  const problems = problemsOf(pool);
  const computed = fingerprintOf(pool, sha256);
  const seedNow = seedOf(fingerprint, witnesses, sha256);
  return [
    { name: '名单能否抽取', problem: problems.slice(0, 3).join('；') },
    {
      name: '名单指纹',
      problem: computed === fingerprint ? '' : `证书上是 ${fingerprint}，由名单算出 ${computed}，名单被改过`,
    },
    {
      name: '随机种子',
      problem: seedNow === seed ? '' : `证书上是 ${seed}，由指纹和见证人的输入算出 ${seedNow}`,
    },
    {
      name: '抽取结果',
      problem:
        problems.length > 0
          ? '名单不能抽取，没有重抽'
          : difference(pool, drawn, drawFrom(pool, seed, sha256)),
    },
  ];
}

function difference(pool: FrozenPool, told: readonly Drawn[], repeated: readonly Drawn[]): string {
  const names = new Map([...pool.objects, ...pool.inspectors].map((each) => [each.key, each.name]));
  const nameOf = (one: string): string => names.get(one) ?? `名单外的 ${one}`;
  const place = Array.from({ length: Math.max(told.length, repeated.length) }, (_, index) => index).find(
    (index) => !isSame(told[index], repeated[index]),
  );
  if (place === undefined) return '';
  const words = (one: Drawn | undefined): string =>
    one === undefined
      ? '没有'
      : `${nameOf(one.objectKey)}(${one.inspectorKeys.map((inspector) => nameOf(inspector)).join('、')})`;
  return `第 ${place + 1} 个：证书上是 ${words(told[place])}，重抽得到 ${words(repeated[place])}`;
}

function isSame(one: Drawn | undefined, other: Drawn | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return (
    one.classKey === other.classKey &&
    one.objectKey === other.objectKey &&
    one.inspectorKeys.join(' ') === other.inspectorKeys.join(' ')
  );
}
