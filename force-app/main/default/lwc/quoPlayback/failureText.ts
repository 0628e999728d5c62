import { fillLabel, recording as labels } from 'c/quoLabels';
import type { Failure } from './pagePlayer';

/** Why it does not play here, and what helps. @param address one that `safeUrl` let through */
export function failureText(failure: Failure, address: string): string {
    if (failure === 'blocked') return fillLabel(labels.blocked, new URL(address).host);
    return failure === 'interrupted' ? labels.interrupted : labels.cannotPlay;
}
