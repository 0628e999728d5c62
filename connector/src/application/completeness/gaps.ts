import { KEYS } from '../../contracts/key-value.ts';
import type { AppContext } from '../context.ts';
import type { CompletenessUseCases } from './model.ts';

type Gaps = Pick<CompletenessUseCases, 'gaps' | 'acknowledge' | 'fetchAgain'>;

export function gapUseCases({ store, now }: Pick<AppContext, 'store' | 'now'>): Gaps {
    const acknowledge: Gaps['acknowledge'] = (id, gap) => store.gaps.acknowledge(id, gap);
    return {
        gaps: (id) => store.gaps.open(id),
        acknowledge,
        async fetchAgain(id, which) {
            const gap = await acknowledge(id, which);
            if (gap === undefined) return undefined;
            const { to = now().toISOString(), at = gap.from } =
                (await store.memory.get(id, KEYS.compared))?.value ?? {};
            await store.memory.set(id, KEYS.compared, { to, at: at < gap.from ? at : gap.from });
            return gap;
        }
    };
}
