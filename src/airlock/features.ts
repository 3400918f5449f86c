import type { Route } from '../wire/route.ts';
import type { OutgoingMessage } from './messages.ts';

/**
 * The same route for a request that uses what these messages use besides text, as the policy catalogue names it: other
 * terms may hold then.
 */
export function withFeatures(route: Route, messages: readonly OutgoingMessage[]): Route {
  const used = messages.some(({ part }) => part?.type === 'image') ? ['image-input'] : [];
  if (used.length === 0) return route;
  const { destination } = route;
  const { rehearses } = destination;
  const features = (before: readonly string[] = []): readonly string[] => [...new Set([...before, ...used])];
  return {
    ...route,
    destination: {
      ...destination,
      features: features(destination.features),
      ...(rehearses && { rehearses: { ...rehearses, features: features(rehearses.features) } }),
    },
  };
}
