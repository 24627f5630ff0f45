import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import styles from './notices.module.css';

interface Contact {
  /** Fields for what is not known yet; null where nothing is missing. */
  fields: ReactNode;
  /** Keeps what was typed for all later papers. @returns false where that failed */
  keep: () => Promise<boolean>;
}

/** Who answers questions stands in every notice; asked for once, where the first one is made. */
export function useContact(): Contact {
  const { data } = useQuery(api.papers.settings.queryOptions({ meta: { tables: ['setting'] } }));
  const [typed, setTyped] = useState<{ contactPerson?: string; contactPhone?: string }>({});
  const update = useOperation(client.papers.updateSettings, { undoable: true });
  if (data === undefined) return { fields: null, keep: () => Promise.resolve(true) };
  const { stored } = data;
  const lacks = { contactPerson: stored.contactPerson === '', contactPhone: stored.contactPhone === '' };

  async function keep(): Promise<boolean> {
    const given = Object.values(typed).some((text) => text.trim() !== '');
    return !given || (await update.run({ ...stored, ...typed })).done;
  }

  if (!lacks.contactPerson && !lacks.contactPhone) return { fields: null, keep };
  const fields = (
    <div className={styles.contact}>
      {lacks.contactPerson && (
        <Form.Item label="联系人" extra="只问这一次，以后的公文都用它。">
          <Input
            aria-label="联系人"
            maxLength={30}
            autoComplete="off"
            onChange={({ target }) => setTyped((before) => ({ ...before, contactPerson: target.value }))}
          />
        </Form.Item>
      )}
      {lacks.contactPhone && (
        <Form.Item label="联系电话">
          <Input
            aria-label="联系电话"
            maxLength={40}
            autoComplete="off"
            onChange={({ target }) => setTyped((before) => ({ ...before, contactPhone: target.value }))}
          />
        </Form.Item>
      )}
    </div>
  );
  return { fields, keep };
}
