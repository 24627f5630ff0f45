import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type Certificate,
  certificateSchema,
  type Check,
  verifyCertificate,
} from '#shared/rules/random-inspection/certificate.ts';
import { AppError } from '#shared/errors.ts';
import { sha256 } from '#main/core/sha256.ts';
import { type Terminal, UsageError } from './command.ts';

export const VERIFY_DRAW_USAGE = '用法：npm run --silent verify-draw -- 抽取证书.json';

/**
 * Repeats a draw of 双随机 from its certificate's file alone and says whether the result is the same, and where not.
 * @throws UsageError; AppError where it is not the same
 */
export async function verifyDrawCommand(args: readonly string[], terminal: Terminal): Promise<void> {
  const certificate = readCertificate(fileOf(args));
  for (const line of headOf(certificate)) terminal.out(line);
  const checks = verifyCertificate(certificate, sha256);
  for (const { name, problem } of checks)
    terminal.out(`${name}：${problem === '' ? '一致' : `不一致，${problem}`}`);
  const wrong = checks.filter(({ problem }) => problem !== '');
  if (wrong.length > 0) throw new AppError('refused', { reason: `结论：不一致(${namesOf(wrong)})。` });
  terminal.out('结论：一致。按证书上的名单和种子重新抽取，结果完全相同。');
}

function headOf({ number, office, drawnAt, cancelled, pool, drawn }: Certificate): string[] {
  return [
    `${office} ${pool.title} 第 ${number} 号抽取，${drawnAt}`,
    `名单 ${pool.objects.length} 个对象、${pool.inspectors.length} 名检查人员，抽出 ${drawn.length} 个对象`,
    ...(cancelled === '' ? [] : [`这次抽取已经作废：${cancelled}`]),
  ];
}

function namesOf(checks: readonly Check[]): string {
  return checks.map(({ name }) => name).join('、');
}

function fileOf(args: readonly string[]): string {
  const [file, ...others] = args;
  if (file === undefined) throw new UsageError('缺少抽取证书的文件。', VERIFY_DRAW_USAGE);
  if (others.length > 0)
    throw new UsageError(`一次只能核对一个文件，多了：${others.join(' ')}`, VERIFY_DRAW_USAGE);
  return file;
}

/** @throws UsageError */
function readCertificate(file: string): Certificate {
  let text: string;
  try {
    text = readFileSync(resolve(file), 'utf8');
  } catch {
    throw new UsageError(`不能读取“${file}”，请写明一个存在的抽取证书文件。`, VERIFY_DRAW_USAGE);
  }
  const read = certificateSchema.safeParse(parsed(text));
  if (read.success) return read.data;
  const [fault] = read.error.issues;
  const where = fault === undefined ? '' : `：${fault.path.join('.')} ${fault.message}`;
  throw new UsageError(`“${file}”不是完整的抽取证书${where}`, VERIFY_DRAW_USAGE);
}

/** Null: no JSON at all, which no schema takes. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
