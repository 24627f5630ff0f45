import type { Role } from '#shared/rights.ts';
import type { Client, TestCore } from './core.ts';

const PASSWORD = 'Hydrant-0815';

/**
 * Names the 三员, leaves the director with the office's work alone, and sets the three apart.
 * @param director who has set the office up @returns each of the three, signed in
 */
export async function setThreeApart(office: TestCore, director: Client): Promise<Record<Admin, Client>> {
  const enter = async (name: string, role: Role): Promise<Client> => {
    const { uid } = await director.users.add({ name, roles: [role], password: PASSWORD });
    const client = office.window();
    await client.session.signIn({ userUid: uid, password: PASSWORD });
    return client;
  };
  const three = {
    systemAdmin: await enter('张敏', 'systemAdmin'),
    securityAdmin: await enter('赵强', 'securityAdmin'),
    auditor: await enter('孙莉', 'auditor'),
  };
  await director.users.changeOwnPassword({ current: '', password: PASSWORD });
  const { user } = await director.session.state();
  await director.users.setRoles({ uid: user!.uid, roles: ['director'] });
  const { security, setSecurity } = three.securityAdmin.users;
  const { commonWords, ...rules } = await security();
  await setSecurity({ ...rules, commonWords: [...commonWords], administratorsApart: true });
  return three;
}

type Admin = 'systemAdmin' | 'securityAdmin' | 'auditor';
