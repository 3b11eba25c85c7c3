import type { Principal, ServicePrincipal } from './context';
