import { ConfigProvider, Segmented } from 'antd';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { SchemeDetail } from '#shared/contract/schemes.ts';
import type { SchemeFinding } from '#shared/rules/schemes/findings.ts';
import { useRight } from '#renderer/app/session.tsx';
import { OutdatedButton } from '#renderer/features/library/outdated-notice.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { appliesToNames, statusWords } from '../model/names.ts';
import { treeItems } from '../model/tree-items.ts';
import { ProposalsPart } from '../proposals/proposals-part.tsx';
import { schemeProposals } from '../proposals/scheme-proposals.ts';
import { SettingsForm } from '../settings/settings-form.tsx';
import { EditorProvider, type Editor } from './editor-context.ts';
import { FindingsButton } from './findings-button.tsx';
import { FrozenNotice } from './frozen-notice.tsx';
import { PartForm, type PartFormHandle } from './part-form.tsx';
import { SchemeActions } from './scheme-actions.tsx';
import styles from './scheme-editor.module.css';
import { SchemeTree } from './scheme-tree.tsx';
import { usePatches } from './use-patches.tsx';
import { useTreeActions } from './use-tree-actions.ts';

type Part = 'indicators' | 'proposals' | 'settings';

/** What is frozen is still to be read: without the usual paleness of disabled fields. */
const frozenTheme = { token: { colorTextDisabled: '#4a4a4a', colorBgContainerDisabled: '#fafafa' } };

/** The tree at the left, the form of what is chosen at the right; everything can be done from the keyboard. */
export function SchemeEditor({ scheme, startAt }: { scheme: SchemeDetail; startAt: string | null }) {
  const mayEdit = useRight('editSchemes');
  const isEditable = mayEdit && scheme.status === 'draft';
  const [part, setPart] = useState<Part>('indicators');
  const [chosen, setChosen] = useState<string | null>(startAt);
  const patches = usePatches(scheme.uid);
  const work = useRef<HTMLDivElement>(null);
  const form = useRef<PartFormHandle>(null);
  const items = treeItems(scheme);
  const proposals = useMemo(() => schemeProposals(scheme), [scheme]);
  const hasProposals = isEditable && (proposals.count > 0 || proposals.left.length > 0);
  const selectedUid = items.some(({ uid }) => uid === chosen) ? chosen : (items[0]?.uid ?? null);
  const actions = useTreeActions(scheme, selectedUid);
  /** What was just added gets the cursor as soon as it is there. */
  const awaited = useRef<string | null>(null);

  function toTree(): void {
    work.current?.querySelector<HTMLElement>('[role="tree"]')?.focus();
  }

  useEffect(toTree, []);

  async function add(run: () => Promise<string | null>): Promise<void> {
    saveTypedIn();
    setPart('indicators');
    const uid = await run();
    if (uid === null) return;
    awaited.current = uid;
    setChosen(uid);
  }

  const isThere = items.some(({ uid }) => uid === chosen);
  useEffect(() => {
    if (!isThere || awaited.current === null || awaited.current !== chosen) return;
    awaited.current = null;
    form.current?.focus();
  }, [isThere, chosen]);

  function next(): void {
    saveTypedIn();
    const place = items.findIndex(({ uid }) => uid === selectedUid);
    const following = items.slice(place + 1).find(({ kind }) => kind === 'indicator');
    if (following === undefined) {
      toTree();
      return;
    }
    awaited.current = following.uid;
    setChosen(following.uid);
  }

  const editor: Editor = {
    scheme,
    isEditable,
    patches,
    selectedUid,
    select: setChosen,
    next,
    addCategory: () => add(actions.addCategory),
    addIndicator: () => add(actions.addIndicator),
    async remove(uid) {
      setChosen(await actions.remove(uid));
      toTree();
    },
    move: actions.move,
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isNew =
      (event.key.toLowerCase() === 'n' && event.ctrlKey && !event.shiftKey) || event.key === 'Insert';
    if (!isNew || !isEditable || event.defaultPrevented) return;
    event.preventDefault();
    void editor.addIndicator();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  function goTo({ part: where, uid }: SchemeFinding): void {
    setPart(where === 'settings' || where === 'scheme' ? 'settings' : 'indicators');
    if (uid !== null) setChosen(uid);
  }

  const status = statusWords[scheme.status];
  return (
    <EditorProvider value={editor}>
      <PageFrame
        title={scheme.title}
        note={
          <span className={styles.note}>
            <LightTag light={status.light} word={status.word} />第 {scheme.version} 版 ·{' '}
            {appliesToNames[scheme.appliesTo]}
            {scheme.documentNumber !== '' && ` · ${scheme.documentNumber}`}
          </span>
        }
        actions={<SchemeActions scheme={scheme} mayEdit={mayEdit} />}
        toolbar={
          <>
            <Segmented<Part>
              aria-label="方案的部分"
              value={part}
              options={[
                { value: 'indicators', label: '指标' },
                ...(hasProposals || part === 'proposals'
                  ? [{ value: 'proposals' as const, label: `认出的规则 ${proposals.count} 条` }]
                  : []),
                { value: 'settings', label: '等次与设置' },
              ]}
              onChange={setPart}
            />
            <FindingsButton findings={scheme.findings} onChoose={goTo} />
            <OutdatedButton path={`/schemes/${scheme.uid}`} />
            <FrozenNotice scheme={scheme} />
          </>
        }
      >
        <ConfigProvider theme={frozenTheme}>
          {part === 'settings' && <SettingsForm />}
          {part === 'proposals' && (
            <ProposalsPart
              schemeUid={scheme.uid}
              proposals={proposals}
              onOpen={(uid) => {
                setPart('indicators');
                setChosen(uid);
              }}
            />
          )}
          {part === 'indicators' && (
            <div ref={work} className={styles.work}>
              <SchemeTree onEnter={() => form.current?.focus()} />
              <PartForm ref={form} onLeave={toTree} />
            </div>
          )}
        </ConfigProvider>
        {patches.dialog}
      </PageFrame>
    </EditorProvider>
  );
}

/** Leaving a field saves it. */
function saveTypedIn(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
