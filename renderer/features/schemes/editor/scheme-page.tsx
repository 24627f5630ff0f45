import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { schemeTables } from '../model/tables.ts';
import { SchemeEditor } from './scheme-editor.tsx';

/** One scheme: its indicators, grades and settings; the address may name the indicator to begin at. */
export function SchemePage() {
  const { uid, indicatorUid } = useParams<{ uid: string; indicatorUid?: string }>();
  const query = useQuery(api.schemes.get.queryOptions({ input: { uid }, meta: { tables: schemeTables } }));
  return (
    <QueryView query={query}>
      {(scheme) => (
        <SchemeEditor
          key={`${scheme.uid}/${indicatorUid ?? ''}`}
          scheme={scheme}
          startAt={indicatorUid ?? null}
        />
      )}
    </QueryView>
  );
}
