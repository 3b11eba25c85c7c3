import type { Principal } from '../../subgraphs/kit/context';
import { refusal } from './errors';
import type { LiveLimits } from './options';

/** Who holds how many subscriptions, over all transports; those that are being admitted count. */
export interface Places {
  /** Takes a place, and answers what gives it back; throws RATE_LIMITED or SERVICE_BUSY when there is none. */
  take(principal: Principal): () => void;
}

/** Nobody holds any yet. */
export function createPlaces(
  limits: Pick<LiveLimits, 'maxSubscriptions' | 'maxSubscriptionsPerUser'>,
): Places {
  const { maxSubscriptions, maxSubscriptionsPerUser } = limits;
  const byUser = new Map<string, number>();
  let taken = 0;
  const add = (user: string, count: number) => {
    taken += count;
    const now = (byUser.get(user) ?? 0) + count;
    if (now === 0) byUser.delete(user);
    else byUser.set(user, now);
  };
  return {
    take({ kind, userId }) {
      const user = `${kind}:${userId ?? ''}`;
      if ((byUser.get(user) ?? 0) >= maxSubscriptionsPerUser) {
        const message = `One person has at most ${maxSubscriptionsPerUser} live subscriptions at a time.`;
        throw refusal('RATE_LIMITED', message);
      }
      if (taken >= maxSubscriptions) {
        const message = `This gateway serves at most ${maxSubscriptions} live subscriptions at a time.`;
        throw refusal('SERVICE_BUSY', message);
      }
      add(user, 1);
      let isHeld = true;
      return () => {
        if (isHeld) add(user, -1);
        isHeld = false;
      };
    },
  };
}
