import type { ComponentProps, RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect } from 'react';
import type { Box } from '../geometry.ts';
import type { Editor } from '../hooks/use-editor.ts';
import styles from '../sheet-grid.module.css';
import { classes } from './classes.ts';
import { fitToCell, fitToText } from './fit-field.ts';

interface ResidentFieldProps
  extends Pick<ComponentProps<'textarea'>, 'onKeyDown' | 'onCopy' | 'onCut' | 'onPaste'> {
  field: RefObject<HTMLTextAreaElement | null>;
  scroller: RefObject<HTMLDivElement | null>;
  label: string;
  gridId: string;
  /** Id of the active cell as long as it is drawn. */
  activeCellId: string | undefined;
  isReadOnly: boolean;
  editor: Editor;
  /** The active cell's place on the canvas. */
  box: Box;
  maxWidth: number;
  maxHeight: number;
}

/**
 * What was typed into earlier cells is not the field's to take back: the host undoes whole operations. React's
 * own onBeforeInput is another event, which does not tell of undo.
 */
function refuseHistory(event: InputEvent): void {
  if (event.inputType.startsWith('history')) event.preventDefault();
}

function showWhole(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The one text field: unseen over the active cell until the first input, then the cell's editor. */
export function ResidentField(props: ResidentFieldProps) {
  const { field, scroller, editor, box, maxWidth, maxHeight } = props;
  const { mode, problem } = editor;
  const { left, top, width, height } = box;
  const isEditing = mode !== null;

  const fit = useCallback(() => {
    const element = field.current;
    if (!element) return;
    if (isEditing && scroller.current) {
      fitToText(element, scroller.current, { width, height, maxWidth, maxHeight });
    } else {
      fitToCell(element, width, height);
    }
  }, [field, scroller, isEditing, width, height, maxWidth, maxHeight]);
  useLayoutEffect(fit, [fit]);
  useEffect(() => {
    const element = field.current;
    if (isEditing || !element) return undefined;
    element.addEventListener('beforeinput', refuseHistory);
    return () => element.removeEventListener('beforeinput', refuseHistory);
  }, [field, isEditing]);

  return (
    <>
      <textarea
        ref={field}
        aria-label={props.label}
        aria-controls={props.gridId}
        aria-activedescendant={props.activeCellId}
        aria-invalid={problem !== null}
        className={classes(styles.field, isEditing && styles.editing)}
        style={{ left: left - 1, top: top - 1 }}
        rows={1}
        readOnly={props.isReadOnly}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        data-editing={isEditing}
        onKeyDown={props.onKeyDown}
        onCopy={props.onCopy}
        onCut={props.onCut}
        onPaste={props.onPaste}
        onInput={() => {
          editor.onInput();
          fit();
        }}
        onCompositionStart={editor.onCompositionStart}
        onCompositionEnd={editor.onCompositionEnd}
        onBlur={editor.onBlur}
      />
      {problem !== null && (
        <p
          key={problem}
          ref={showWhole}
          role="alert"
          className={styles.problem}
          style={{ left, top: top + height, maxWidth }}
        >
          {problem}
        </p>
      )}
    </>
  );
}
