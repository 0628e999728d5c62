import { randomUUID } from 'node:crypto';
import { access, rename, rm } from 'node:fs/promises';

/**
 * Makes a folder beside its final place and moves it there whole, so that an interrupted or a doubled start never
 * leaves half of it.
 */
export async function buildOnce(place: string, build: (beside: string) => Promise<void>): Promise<void> {
    if (await exists(place)) return;
    const beside = `${place}.${randomUUID().slice(0, 8)}`;
    try {
        await build(beside);
        await rename(beside, place);
    } catch (error) {
        await rm(beside, { recursive: true, force: true });
        // Another process that started together with us was faster.
        if (!(await exists(place))) throw error;
    }
}

export async function exists(path: string): Promise<boolean> {
    return access(path).then(
        () => true,
        () => false
    );
}
