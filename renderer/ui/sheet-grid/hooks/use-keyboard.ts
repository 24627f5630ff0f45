import type { KeyboardEvent } from 'react';
import { fillDown, fillRight } from '../model/fill.ts';
import type { EditingCommand, SelectedCommand } from '../model/key-command.ts';
import { commandOnSelection, commandWhileEditing } from '../model/key-command.ts';
import { selectAll, selectedRange } from '../model/selection.ts';
import { writeEverywhere } from '../model/writes.ts';
import type { SheetCellAddress, SheetGridSelection, SheetKeyStroke } from '../types.ts';
import type { Content } from './use-content.ts';
import type { Editor } from './use-editor.ts';
import type { SelectionState } from './use-selection.ts';
import type { Steering } from './use-steering.ts';

interface KeyboardOptions {
  readonly content: Content;
  readonly state: SelectionState;
  readonly editor: Editor;
  readonly steering: Steering;
  readonly onKey: ((stroke: SheetKeyStroke, selection: SheetGridSelection) => boolean) | undefined;
  readonly onActivate: ((cell: SheetCellAddress) => void) | undefined;
}

type FieldKeyEvent = KeyboardEvent<HTMLTextAreaElement>;

const LEAVING: ReadonlySet<EditingCommand['kind']> = new Set([
  'commit-and-move',
  'commit-and-walk',
  'fill-selection',
]);

/** Code that browsers give to keys which an input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229;

function isTakenByInputMethod({ nativeEvent }: FieldKeyEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === TAKEN_BY_INPUT_METHOD;
}

function strokeOf(event: FieldKeyEvent): SheetKeyStroke {
  return {
    key: event.key,
    ctrl: event.ctrlKey || event.metaKey,
    shift: event.shiftKey,
    alt: event.altKey,
  };
}

export function useKeyboard(options: KeyboardOptions): (event: FieldKeyEvent) => void {
  const { content, state, editor, steering, onKey, onActivate } = options;
  const { selection, active, select, described } = state;
  const range = selectedRange(selection);

  /** False leaves the key to the browser. */
  const runOnSelection = (command: SelectedCommand): boolean => {
    switch (command.kind) {
      case 'move':
        steering.move(command.motion, command.extend);
        break;
      case 'walk':
        return steering.walkOn(command.walk);
      case 'edit':
        if (content.canEdit(active)) editor.editInPlace();
        else if (described) onActivate?.(described.active);
        break;
      case 'clear':
        content.write(writeEverywhere(range, ''), 'clear');
        break;
      case 'select-all':
        select(selectAll(selection, content.bounds));
        break;
      case 'fill-down':
        content.write(fillDown(range, content.textAt), 'fill');
        break;
      case 'fill-right':
        content.write(fillRight(range, content.textAt), 'fill');
        break;
    }
    return true;
  };

  const runWhileEditing = (command: EditingCommand): boolean => {
    if (LEAVING.has(command.kind) && !editor.isAcceptable()) return true;
    switch (command.kind) {
      case 'commit-and-move':
        editor.commit();
        steering.move(command.motion, false);
        break;
      case 'commit-and-walk':
        editor.commit();
        return steering.walkOn(command.walk);
      case 'cancel':
        editor.take();
        break;
      case 'new-line':
        editor.insertLineBreak();
        break;
      case 'fill-selection':
        content.write(writeEverywhere(range, editor.take()), 'fill');
        break;
      case 'switch-mode':
        editor.switchMode();
        break;
    }
    return true;
  };

  return (event) => {
    if (isTakenByInputMethod(event) || !described) return;
    const stroke = strokeOf(event);
    if (editor.mode) {
      const command = commandWhileEditing(stroke, editor.mode);
      if (command && runWhileEditing(command)) event.preventDefault();
      return;
    }
    if (onKey?.(stroke, described)) {
      event.preventDefault();
      return;
    }
    const command = commandOnSelection(stroke);
    // Enter with Ctrl or Alt means nothing here, but the field would take it as the first line of an edit.
    if ((command && runOnSelection(command)) || stroke.key === 'Enter') event.preventDefault();
  };
}
