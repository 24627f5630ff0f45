import type { GroupFrame, SheetObject } from '#shared/contract/assessment.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import { scoreHandlers } from './scores.ts';

interface FoundCell {
  frame: GroupFrame;
  object: SheetObject;
  indicator: Indicator;
}

/** Frames of groups, each read once. */
export class Frames {
  readonly #context: ReadContext;
  readonly #known = new Map<string, GroupFrame>();

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** @throws AppError notFound */
  of(groupUid: string): GroupFrame {
    const frame = this.#known.get(groupUid) ?? scoreHandlers.frame({ groupUid }, this.#context);
    this.#known.set(groupUid, frame);
    return frame;
  }

  /** @throws AppError notFound */
  object(groupUid: string, objectUid: string): SheetObject {
    const object = this.of(groupUid).objects.find(({ uid }) => uid === objectUid);
    if (object === undefined) throw new AppError('notFound', { what: '被考评单位' });
    return object;
  }

  /** Of the scheme as it is now: an erratum may have left an indicator out. @throws AppError notFound */
  cell(groupUid: string, objectUid: string, indicatorUid: string): FoundCell {
    const frame = this.of(groupUid);
    const object = this.object(groupUid, objectUid);
    const indicator = frame.scheme.indicators.find(({ uid }) => uid === indicatorUid);
    if (indicator === undefined) throw new AppError('notFound', { what: '考核指标' });
    return { frame, object, indicator };
  }
}
