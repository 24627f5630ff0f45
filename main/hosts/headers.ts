/**
 * The headers of every response; the nonce lets antd put its own styles in and nothing else. Style attributes are
 * free, because antd measures its growing text fields by one.
 * @param nonce null for what is no page: a fresh one for each call would cost more than the rest of its headers
 */
export function securityHeaders(nonce: string | null): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
    'permissions-policy':
      'clipboard-read=(self), clipboard-write=(self), camera=(), microphone=(), geolocation=()',
  };
}
