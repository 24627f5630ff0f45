import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useDialogFocus } from '../ui/dialog-focus.ts';
import { Waiting } from '../ui/waiting.tsx';
import { DoorHelp, helpAtDoors, type ManualPlace } from '../features/manual/index.ts';
import { sampleJob } from '../features/office/sample-job.ts';
import { ConnectionNotice } from './connection-notice.tsx';
import { useCoreEvents } from './events.ts';
import { idleMinutesOf, useIdleLock } from './idle-lock.ts';
import { askAnewEachDay } from './new-day.ts';
import { useNoForeignHelp } from './no-foreign-help.ts';
import { problemOf } from './problem.ts';
import { SessionProvider, sessionQuery } from './session.tsx';
import { Shell } from './shell/shell.tsx';
import { useStore } from './store.ts';
import { useTakenAway } from './taken-away.ts';
import { Unreachable } from './unreachable.tsx';

const FirstStartPage = lazy(async () => ({
  default: (await import('../features/office/first-start-page.tsx')).FirstStartPage,
}));
const SampleProgress = lazy(async () => ({
  default: (await import('../features/office/sample-progress.tsx')).SampleProgress,
}));
const SignInPage = lazy(async () => ({
  default: (await import('../features/session/sign-in-page.tsx')).SignInPage,
}));
const RecoveryPage = lazy(async () => ({
  default: (await import('../features/recovery/recovery-page.tsx')).RecoveryPage,
}));
const HeldNotice = lazy(async () => ({
  default: (await import('../features/recovery/held-notice.tsx')).HeldNotice,
}));

const NewPasswordPage = lazy(async () => ({
  default: (await import('../features/session/new-password-page.tsx')).NewPasswordPage,
}));
const EntryKeyOffer = lazy(async () => ({
  default: (await import('../features/users/entry-key.tsx')).EntryKeyOffer,
}));
const LockCover = lazy(async () => ({
  default: (await import('../features/session/lock-cover.tsx')).LockCover,
}));

/** Which of the doors stands open: recovery, first start, sign-in, a new password, or the workbench itself, covered or not. */
export function Root() {
  useCoreEvents();
  useDialogFocus();
  useNoForeignHelp();
  const queryClient = useQueryClient();
  useEffect(() => askAnewEachDay(queryClient), [queryClient]);
  return (
    <Suspense fallback={<Waiting />}>
      <ConnectionNotice />
      <Doors />
      <LoadingSample />
    </Suspense>
  );
}

/** Outside the doors: the first thing that the sample does is to open the next one. */
function LoadingSample() {
  const uid = useStore(sampleJob);
  return uid === null ? null : <SampleProgress uid={uid} />;
}

function Doors() {
  const { data: state, error, refetch } = useQuery(sessionQuery);
  const [isAtWork, setIsAtWork] = useState(false);
  const [hasNewPassword, setHasNewPassword] = useState(false);
  const coverPlace = useTakenAway(state?.user != null && state.locked);
  useIdleLock(state === undefined ? 0 : idleMinutesOf(state));

  if (state === undefined) {
    return error === null ? (
      <Waiting />
    ) : (
      <Unreachable problem={problemOf(error)} onRetry={() => void refetch()} />
    );
  }
  const { officeName, user } = state;
  const cover = user !== null && state.locked && (
    <Suspense>
      <DoorHelp place={helpAtDoors.password} into={coverPlace} />
      <LockCover place={coverPlace} officeName={officeName ?? ''} userName={user.name} />
    </Suspense>
  );
  const isHeld = state.faults.length > 0;
  // What is found later must not take away what somebody is writing.
  if (!isHeld && user !== null && !isAtWork) setIsAtWork(true);
  if (isHeld && !isAtWork) {
    return (
      <>
        <Door help={state.locked ? null : helpAtDoors.faults}>
          <RecoveryPage state={state} onEnter={() => setIsAtWork(true)} />
        </Door>
        {cover}
      </>
    );
  }
  if (officeName === null)
    return (
      <Door help={helpAtDoors.firstStart}>
        <FirstStartPage setAside={state.setAside} />
      </Door>
    );
  if (user === null)
    return (
      <Door help={helpAtDoors.password}>
        <SignInPage officeName={officeName} users={state.users} onRecovered={() => setHasNewPassword(true)} />
      </Door>
    );
  return (
    <SessionProvider value={{ ...state, officeName, user }}>
      {user.mustChange ? (
        <Door help={state.locked ? null : helpAtDoors.password}>
          <NewPasswordPage user={user} onDone={() => setHasNewPassword(true)} />
        </Door>
      ) : (
        <Shell key={user.uid} />
      )}
      {hasNewPassword && !user.mustChange && (
        <Suspense>
          <EntryKeyOffer key={user.uid} />
        </Suspense>
      )}
      {isHeld && (
        <Suspense>
          <HeldNotice onOpen={() => setIsAtWork(false)} />
        </Suspense>
      )}
      {cover}
    </SessionProvider>
  );
}

interface DoorProps {
  /** What F1 shows at it; null where something else stands before it. */
  help: ManualPlace | null;
  children: ReactNode;
}

function Door({ help, children }: DoorProps) {
  return (
    <>
      {children}
      {help !== null && <DoorHelp place={help} />}
    </>
  );
}
