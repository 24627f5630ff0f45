import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Result } from 'antd';
import type { ReactNode } from 'react';
import { problemOf } from '../app/problem.ts';
import { Waiting } from './waiting.tsx';

interface QueryViewProps<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}

/** Waiting, trouble with a way out, or the answer. What is already on screen stays there while it is fetched anew. */
export function QueryView<Data>({ query, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error === null) return <Waiting />;
  return (
    <Result
      status="warning"
      title="没有取到内容"
      subTitle={problemOf(query.error).text}
      extra={
        <Button type="primary" onClick={() => void query.refetch()}>
          再试一次
        </Button>
      }
    />
  );
}
