import { parseArgs } from 'node:util';

export interface ProgramArguments {
  host: 'electron' | 'browser' | null;
  data: string | null;
  port: number;
  noOpen: boolean;
  sample: boolean;
}

/** @throws Error with a Chinese message that says which switch is wrong */
export function parseProgramArguments(args: readonly string[]): ProgramArguments {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      host: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      sample: { type: 'boolean' },
    },
  });
  const { host, data, port } = values;
  if (host !== undefined && host !== 'electron' && host !== 'browser') {
    throw new Error('--host 只能是 electron 或 browser。');
  }
  if (data === true || data === '') throw new Error('--data 后面要写数据文件夹。');
  const number = port === undefined ? 0 : Number(typeof port === 'string' && port !== '' ? port : Number.NaN);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Error('--port 应是 0 到 65535 的整数。');
  return {
    host: host ?? null,
    data: typeof data === 'string' ? data : null,
    port: number,
    noOpen: values['no-open'] === true,
    sample: values.sample === true,
  };
}
