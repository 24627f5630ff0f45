import type { RefObject } from 'react';
import { useRef, useState } from 'react';
import type { EditMode } from '../model/key-command.ts';
import type { SheetCellAddress, SheetChange } from '../types.ts';

interface Editing {
  readonly cell: SheetCellAddress;
  readonly original: string;
  readonly mode: EditMode;
  readonly problem: string | null;
}

interface EditorOptions {
  readonly activeCell: SheetCellAddress | null;
  /** Text that editing the active cell starts from. */
  readonly activeText: string;
  readonly canEdit: boolean;
  readonly check: (change: SheetChange) => string | null;
  readonly onBegin: () => void;
  readonly onCommit: (change: SheetChange) => void;
}

export interface Editor {
  readonly mode: EditMode | null;
  /** Why the text that the clerk wanted to leave behind was not taken. */
  readonly problem: string | null;
  readonly focus: () => void;
  readonly editInPlace: () => void;
  readonly switchMode: () => void;
  readonly insertLineBreak: () => void;
  /** Ends editing and hands the text over; without effect when nothing is edited. */
  readonly commit: () => void;
  /** Whether the text can be taken; the cell says why not. */
  readonly isAcceptable: () => boolean;
  /** Hands over a text for the active cell that was typed elsewhere. False: the cell is open with it and says why. */
  readonly offer: (text: string) => boolean;
  /** Ends editing and returns what was typed, which nobody has been told of. */
  readonly take: () => string;
  readonly onInput: () => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: () => void;
  readonly onBlur: () => void;
}

/** Leaves the caret behind the last character. */
function replaceText(field: HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, 0, field.value.length, 'end');
}

/**
 * One text field stays focused all the time. Its first input, typed or composed, begins an edit by itself: an
 * input method must find its field before its first key, so no field may be made or focused in answer to it.
 */
export function useEditor(field: RefObject<HTMLTextAreaElement | null>, options: EditorOptions): Editor {
  const { activeCell, activeText, canEdit, check, onBegin, onCommit } = options;
  const isComposing = useRef(false);
  const isTaking = useRef(false);
  const [editing, setEditing] = useState<Editing | null>(null);

  const begin = (mode: EditMode) => {
    if (editing || !activeCell) return;
    setEditing({ cell: activeCell, original: activeText, mode, problem: null });
    onBegin();
  };

  const focus = () => field.current?.focus({ preventScroll: true });

  const take = () => {
    const element = field.current;
    if (!element) return '';
    // Only losing the focus makes an input method let go of what it is composing.
    if (isComposing.current && document.activeElement === element) {
      isTaking.current = true;
      element.blur();
      focus();
      isTaking.current = false;
    }
    const text = element.value;
    replaceText(element, '');
    setEditing(null);
    return text;
  };

  const commit = () => {
    if (!editing) return;
    const text = take();
    if (text !== editing.original) onCommit({ ...editing.cell, text });
  };

  const isAcceptable = () => {
    const text = field.current?.value ?? '';
    if (!editing || text === editing.original) return true;
    const problem = check({ ...editing.cell, text });
    if (problem !== null) setEditing({ ...editing, mode: 'in-place', problem });
    return problem === null;
  };

  const offer = (text: string) => {
    const element = field.current;
    if (!element || !activeCell || !canEdit || text === activeText) return true;
    const problem = check({ ...activeCell, text });
    if (problem === null) {
      onCommit({ ...activeCell, text });
      return true;
    }
    replaceText(element, text);
    setEditing({ cell: activeCell, original: activeText, mode: 'in-place', problem });
    onBegin();
    return false;
  };

  const editInPlace = () => {
    const element = field.current;
    if (!element || !canEdit || editing) return;
    replaceText(element, activeText);
    focus();
    begin('in-place');
  };

  const switchMode = () => {
    if (editing) setEditing({ ...editing, mode: editing.mode === 'replace' ? 'in-place' : 'replace' });
  };

  const insertLineBreak = () => {
    const element = field.current;
    if (!element || !editing) return;
    element.setRangeText('\n', element.selectionStart, element.selectionEnd, 'end');
    element.dispatchEvent(new Event('input', { bubbles: true }));
    setEditing({ ...editing, mode: 'in-place' });
  };

  const onInput = () => {
    if (editing?.problem) setEditing({ ...editing, problem: null });
    if (canEdit) begin('replace');
    else if (field.current) replaceText(field.current, '');
  };

  const onCompositionStart = () => {
    isComposing.current = true;
    begin('replace');
  };

  const onCompositionEnd = () => {
    isComposing.current = false;
    // A composition that was given up must not leave an empty edit behind, which Enter would clear the cell with.
    if (!isTaking.current && editing?.mode === 'replace' && field.current?.value === '') take();
  };

  const onBlur = () => {
    if (!isTaking.current) commit();
  };

  return {
    mode: editing?.mode ?? null,
    problem: editing?.problem ?? null,
    focus,
    editInPlace,
    switchMode,
    insertLineBreak,
    commit,
    isAcceptable,
    offer,
    take,
    onInput,
    onCompositionStart,
    onCompositionEnd,
    onBlur,
  };
}
