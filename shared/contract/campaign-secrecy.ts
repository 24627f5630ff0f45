import { type } from '@orpc/contract';
import * as z from 'zod';
import type { SecrecyAccess } from '../rules/campaigns/model.ts';
import { uidSchema } from './fields.ts';
import { final, read } from './operation.ts';

export interface CampaignKnower {
  /** Of the user. */
  uid: string;
  name: string;
  isActive: boolean;
  /** False: somebody else set his password since; he has to be let in again. */
  opens: boolean;
}

/** What a secret campaign tells of itself, also to those who may not know the rest. */
export interface CampaignSecrecy {
  access: SecrecyAccess;
  /** False: nobody had a password; it is secret on the screens, and lies open in the file. */
  isSealed: boolean;
  /** Sealed, and none of those who may know can open it any more; perhaps the recovery code does. */
  isLost: boolean;
  /** Whether the caller has a password that keys are wrapped for, and has given it. */
  hasPassword: boolean;
  isUnlocked: boolean;
  knowers: CampaignKnower[];
  /** none: the office has no recovery code; other: it has one that does not open this campaign; current: it opens it. */
  recovery: 'none' | 'other' | 'current';
}

const uid = z.object({ uid: uidSchema });
const knower = z.object({ uid: uidSchema, userUid: uidSchema });
const codeSchema = z.string().trim().min(1, '请输入恢复码').max(120);
const answer = type<{ uid: string }>();

/** Part of the campaigns' contract: what keeps unannounced ones (暗访) secret. Nothing of it can be undone. */
export const campaignSecrecy = {
  /** Before anything was listed. */
  makeUnannounced: final('改为暗访', 'editInspections').input(uid).output(answer),
  /** Encrypts one that lies open because nobody had a password. */
  seal: final('加密保存暗访', 'editInspections').input(uid).output(answer),
  /** Everybody sees everything from now on. */
  release: final('解密公布暗访', 'editInspections').input(uid).output(answer),
  addKnower: final('增加暗访知情人', 'editInspections').input(knower).output(answer),
  removeKnower: final('移出暗访知情人', 'editInspections').input(knower).output(answer),
  /** One that nobody has yet; nothing keeps it before it is set. */
  newRecoveryCode: read('生成恢复码', 'editInspections').output(type<{ code: string }>()),
  /** `lastGroup`: typed from what was written down. Answers how many campaigns it opens, and how many it does not. */
  setRecoveryCode: final('设置恢复码', 'editInspections')
    .input(z.object({ code: codeSchema, lastGroup: z.string().trim().max(10) }))
    .output(type<{ opens: number; others: number }>()),
  /** Lets the code that the office has by now open this campaign as well. */
  followRecoveryCode: final('改用现在的恢复码', 'editInspections').input(uid).output(answer),
  openWithRecoveryCode: final('用恢复码打开暗访', 'editInspections')
    .input(z.object({ uid: uidSchema, code: codeSchema }))
    .output(answer),
  /** One that none of those who may know can open any more. */
  removeLost: final('删除打不开的暗访', 'direct').input(uid).output(answer),
};
