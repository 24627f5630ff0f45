import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { HandOverItem } from '#shared/contract/organizations.ts';
import { api } from '#renderer/app/client.ts';
import {
  type Answers,
  answerTo,
  type HandOverQuestion,
  NOTHING_OPEN,
  openItemTables,
} from '../model/hand-over.ts';

interface HandOverFieldsProps {
  questions: readonly HandOverQuestion[];
  answers: Answers;
  onAnswer: (answers: Answers) => void;
}

/** What becomes of what is still open, and what follows from each answer. */
export function HandOverFields({ questions, answers, onAnswer }: HandOverFieldsProps) {
  if (questions.length === 0) return <Form.Item>{NOTHING_OPEN}</Form.Item>;
  return questions.map((question) => {
    const value = answerTo(question, answers);
    return (
      <Form.Item key={question.key} label={question.title} extra={question.consequence(value)}>
        <Select
          aria-label={question.title}
          value={value}
          options={question.choices}
          onChange={(answer) => onAnswer({ ...answers, [question.key]: answer })}
        />
      </Form.Item>
    );
  });
}

const nothing: readonly HandOverItem[] = [];

/** What these organizations have open from a day on. */
export function useOpenItems(
  uids: readonly string[],
  day: string | null,
): { items: readonly HandOverItem[]; isPending: boolean } {
  const { data, isFetching } = useQuery({
    ...api.organizations.openItems.queryOptions({
      input: { uids: [...uids], day: day ?? '' },
      meta: { tables: openItemTables },
    }),
    enabled: day !== null,
  });
  return { items: data ?? nothing, isPending: isFetching && data === undefined };
}
