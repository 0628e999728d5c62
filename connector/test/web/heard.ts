import type { Heard } from '../../src/web/recordings/guard.ts';

/** As it plays for somebody of this name. */
export const heardBy = (listener: string): Heard => ({ plays: true, listener, by: 'link' });

/** For everybody who asks. */
export const forWhoever = async (): Promise<Heard> => heardBy('link');
