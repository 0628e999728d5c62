import { check, checks } from '../../../src/application/connections/check-connection.ts';
import { makeWebhook } from '../../../src/application/connections/quo-webhook.ts';
import { hearing } from '../../../src/pipeline/webhook-status.ts';
import { world, type World } from './world.ts';

/** Of a connection where everything is right. */
export async function healthy(): Promise<World> {
    const it = world();
    await it.connect('acme');
    await makeWebhook(it.context, 'acme');
    deliver(it, { status: 202, outcome: 'stored' });
    it.quo.time = it.context.now().getTime();
    return it;
}

export function deliver(it: World, receipt: Parameters<ReturnType<typeof hearing>>[1]): void {
    hearing(it.store.memory, () => it.context.now().getTime())('acme', receipt);
}

/** Each line by its id: its state, or the code of what is wrong. */
export async function lines(it: World): Promise<Readonly<Record<string, string>>> {
    await check(it.context, 'acme');
    const found = (await checks(it.context, 'acme'))?.lines ?? [];
    return Object.fromEntries(found.map(({ id, state, note }) => [id, note?.code ?? state]));
}
