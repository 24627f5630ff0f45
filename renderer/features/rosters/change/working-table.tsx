import { Button } from 'antd';
import { useState } from 'react';
import type { RosterChange } from '#shared/contract/roster-views.ts';
import { alignedName, placeText, standingText } from '#shared/rules/rosters/printed-names.ts';
import type { RosterSteps } from '#shared/rules/rosters/working-copy.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import pageStyles from './change-page.module.css';
import { type EntryToSet, EntryDialog } from './entry-dialog.tsx';
import { editEntry, endEntry, moveEntry, takeBackEnd, takeOff } from './steps.ts';

/** The roster as it will be, with who goes still in sight; each step is kept at once and can be undone. */
export function WorkingTable({ change, mayEdit }: { change: RosterChange; mayEdit: boolean }) {
  const { uid, steps, positions, before, after, working } = change;
  const [open, setOpen] = useState<EntryToSet | null>(null);
  const update = useOperation(client.rosters.updateChange);
  const set = async (next: RosterSteps): Promise<boolean> =>
    (await update.run({ uid, base: { steps }, set: { steps: next } })).done;
  const nameOf = new Map(positions.map(({ uid: position, name }) => [position, name]));
  const stateOf = new Map(working.map(({ key, state }) => [key, state]));
  const ended = before.filter((entry) => steps.ends.includes(entry.uid));

  return (
    <>
      <table className={pageStyles.table}>
        <tbody>
          {positions.flatMap((position) => {
            const held = after.filter(({ positionUid }) => positionUid === position.uid);
            return held.map((entry, place) => (
              <tr key={entry.uid} data-state={stateOf.get(entry.uid)}>
                <th scope="row">{place === 0 ? position.name : ''}</th>
                <td className={pageStyles.name}>{alignedName(entry.name)}</td>
                <td>
                  {placeText(entry)} {standingText(entry)}
                </td>
                {mayEdit && (
                  <td className={pageStyles.buttons}>
                    <Button
                      size="small"
                      disabled={place === 0}
                      aria-label={`上移${entry.name}`}
                      onClick={() =>
                        void set(
                          moveEntry(
                            steps,
                            after.map(({ uid: key }) => key),
                            entry.uid,
                            held[place - 1]?.uid ?? '',
                          ),
                        )
                      }
                    >
                      ↑
                    </Button>
                    {stateOf.get(entry.uid) === 'added' ? (
                      <Button size="small" onClick={() => void set(takeOff(steps, entry.uid))}>
                        去掉
                      </Button>
                    ) : (
                      <>
                        <Button size="small" onClick={() => setOpen({ kind: 'edit', entry })}>
                          变动
                        </Button>
                        <Button size="small" onClick={() => setOpen({ kind: 'replace', entry })}>
                          换人
                        </Button>
                        <Button size="small" onClick={() => void set(endEntry(steps, entry.uid))}>
                          免去
                        </Button>
                      </>
                    )}
                  </td>
                )}
              </tr>
            ));
          })}
          {ended.map((entry) => (
            <tr key={entry.uid} data-state="ended">
              <th scope="row">{nameOf.get(entry.positionUid)}</th>
              <td className={pageStyles.name}>{alignedName(entry.name)}</td>
              <td>{placeText(entry)}</td>
              {mayEdit && (
                <td className={pageStyles.buttons}>
                  <Button size="small" onClick={() => void set(takeBackEnd(steps, entry.uid))}>
                    不免了
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {mayEdit && (
        <Button type="dashed" style={{ marginTop: 8 }} onClick={() => setOpen({ kind: 'add' })}>
          增加人员
        </Button>
      )}
      {open !== null && (
        <EntryDialog
          what={open}
          positions={positions}
          onSet={async (values) => {
            if (await set(editEntry(steps, open, values))) setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
