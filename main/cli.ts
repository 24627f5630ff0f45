import * as z from 'zod';
import { AppError } from '#shared/errors.ts';
import { type ExitCode, type Terminal, UsageError } from './cli/command.ts';
import { ARCHIVE_USAGE, archiveCommand } from './cli/archive.ts';
import { DIAGNOSE_USAGE, diagnoseCommand } from './cli/diagnose.ts';
import { EXCHANGE_USAGE, exchangeCommand } from './cli/exchange.ts';
import { EXPORT_USAGE, exportPeriodCommand } from './cli/export.ts';
import { PRINT_USAGE, printPaperCommand } from './cli/print.ts';
import { REBUILD_USAGE, rebuildSearchCommand } from './cli/rebuild-search.ts';
import { RULE_USAGE, ruleCommand } from './cli/rule.ts';
import { SCHEDULE_USAGE, scheduleCommand } from './cli/schedule.ts';
import { VERIFY_DRAW_USAGE, verifyDrawCommand } from './cli/verify-draw.ts';

/* The command line: one command per file in main/cli/. Results go to stdout, everything else to stderr. */

z.config(z.locales.zhCN());
// A bundled library uses an old function of Node, which would tell the user so in English.
process.noDeprecation = true;

const commands: Readonly<Record<string, (args: readonly string[], terminal: Terminal) => Promise<void>>> = {
  archive: archiveCommand,
  diagnose: diagnoseCommand,
  exchange: (args, terminal) => exchangeCommand(args, terminal),
  export: exportPeriodCommand,
  print: printPaperCommand,
  'rebuild-search': rebuildSearchCommand,
  rule: ruleCommand,
  schedule: scheduleCommand,
  'verify-draw': verifyDrawCommand,
};

const usages = [
  ARCHIVE_USAGE,
  DIAGNOSE_USAGE,
  EXCHANGE_USAGE,
  EXPORT_USAGE,
  PRINT_USAGE,
  REBUILD_USAGE,
  RULE_USAGE,
  SCHEDULE_USAGE,
  VERIFY_DRAW_USAGE,
];

async function main([name = '', ...args]: readonly string[]): Promise<ExitCode> {
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());
  const terminal: Terminal = {
    out: (line) => void process.stdout.write(`${line}\n`),
    say: (line) => void process.stderr.write(`${line}\n`),
    signal: cancel.signal,
  };
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) {
      const problem = name === '' ? '没有写命令。' : `没有命令“${name}”。`;
      throw new UsageError(problem, usages.join('\n'));
    }
    await command(args, terminal);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.say(`${error.message}\n${error.usage}`);
      return 2;
    }
    terminal.say(error instanceof AppError ? error.message : `没有完成：${String(error)}`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
