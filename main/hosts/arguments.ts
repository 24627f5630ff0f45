import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PACK_ENDING } from '#shared/pack-ending.ts';

export interface ProgramArguments {
  host: 'electron' | 'browser' | null;
  data: string | null;
  port: number;
  noOpen: boolean;
  sample: boolean;
  /** File for the diagnosis: nothing is opened then. */
  diagnose: string | null;
  /** A data pack that was opened from the desktop; as it was written, so that it may be relative. */
  pack: string | null;
}

const options = {
  host: { type: 'string' },
  data: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  sample: { type: 'boolean' },
  diagnose: { type: 'string' },
} as const;

/**
 * @param unknown what becomes of other words: Electron has switches of its own
 * @throws Error with a Chinese message that says which switch is wrong
 */
export function parseProgramArguments(
  args: readonly string[],
  unknown: 'ignored' | 'refused' = 'ignored',
): ProgramArguments {
  const { values, tokens } = parseArgs({ args: [...args], strict: false, tokens: true, options });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const stray = tokens.find((token) =>
    token.kind === 'option' ? !Object.hasOwn(options, token.name) : !isPack(args[token.index] ?? ''),
  );
  if (unknown === 'refused' && stray !== undefined) {
    const word = stray.kind === 'option' ? stray.rawName : args[stray.index];
    throw new Error(`不认识的参数 ${word}。可以用的参数见 npm start -- --help。`);
  }
  const { host, data, port, diagnose } = values;
  if (host !== undefined && host !== 'electron' && host !== 'browser') {
    throw new Error('--host 只能是 electron 或 browser。');
  }
  if (data === true || data === '') throw new Error('--data 后面要写数据文件夹。');
  if (diagnose === true || diagnose === '') throw new Error('--diagnose 后面要写文件名，如 诊断信息.zip。');
  const number = port === undefined ? 0 : Number(typeof port === 'string' && port !== '' ? port : Number.NaN);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Error('--port 应是 0 到 65535 的整数。');
  return {
    host: host ?? null,
    data: typeof data === 'string' ? data : null,
    port: number,
    noOpen: values['no-open'] === true,
    sample: values.sample === true,
    diagnose: typeof diagnose === 'string' ? diagnose : null,
    pack: packAmong(words),
  };
}

/** The first data pack of a command line, as a path. File managers of Linux write it as an address. */
export function packAmong(words: readonly string[]): string | null {
  const word = words.find(isPack);
  if (word?.startsWith('file:') !== true) return word ?? null;
  try {
    return fileURLToPath(word);
  } catch {
    return null;
  }
}

export function isPack(word: string): boolean {
  return !word.startsWith('-') && word.toLowerCase().endsWith(PACK_ENDING);
}
