export { CreditOfOrigin } from './origin-part.tsx';
