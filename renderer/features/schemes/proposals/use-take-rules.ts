import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { type ProposedLine, takenOf } from './scheme-proposals.ts';

export interface TakeRules {
  /** One step, which 撤销 takes back as a whole. */
  take: (lines: readonly ProposedLine[]) => void;
  isTaking: boolean;
}

export function useTakeRules(schemeUid: string): TakeRules {
  const operation = useOperation(client.schemes.takeRules, {
    success: ({ count }) => (count === 0 ? '这些规则已经采用过了' : `已采用 ${count} 条规则`),
    undoable: true,
  });
  return {
    isTaking: operation.running,
    take(lines) {
      if (lines.length > 0) void operation.run({ uid: schemeUid, taken: takenOf(lines) });
    },
  };
}
