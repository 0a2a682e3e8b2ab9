#!/usr/bin/env node
// A harness that parses the vectors of messages/ from scratch: a table of structures, and one function that reads them.
//
// usage: tls12 vectors run --harness vectors/harnesses/messages.js vectors/messages/*.json
'use strict'

class Refused extends Error {}
const need = (condition, alert = 'decode_error') => { if (!condition) throw new Refused(alert) }
const illegal = (condition) => need(condition, 'illegal_parameter')

// A field reads itself from r: {data, at, end, path, fields}, and answers with its value.
const left = (r) => r.end - r.at
const integer = (data, at, size) => data.subarray(at, at + size).reduce((n, byte) => 256 * n + byte, 0)
const take = (r, size, name) => {
  need(left(r) >= size)
  if (size > 0) r.fields.push([r.path + name, r.at, size])
  r.at += size
  return r.data.subarray(r.at - size, r.at)
}
const inside = (r, size, least, most, path) => {
  need(left(r) >= size)
  const length = integer(r.data, r.at, size), at = r.at + size
  need(length >= least && length <= most && length <= r.end - at)
  r.at = at + length
  return {...r, at, end: r.at, path}
}
const number = (size, name, check = () => {}) => (r) => { const n = integer(take(r, size, name), 0, size); check(n, r); return n }
const opaque = (size, name) => (r) => take(r, size, name)
const rest = (check = () => {}) => (r) => check(take(r, left(r), 'data'))
const vector = (size, name, least = 0, most = Infinity, check = () => {}) => (r) => {
  const inner = inside(r, size, least, most, `${r.path}${name}.`)
  const content = take(inner, left(inner), 'data')
  check(content, r)
  return content
}
const list = (size, name, least, item, check = () => {}) => (r) => {
  const values = [], inner = inside(r, size, least, Infinity, '')
  for (let i = 0; left(inner) > 0; i++) {
    inner.path = `${r.path}${name}[${i}].`
    values.push(item.map((field) => field(inner)))
  }
  check(values, r)
}
const optional = (field) => (r) => { if (left(r) > 0) field(r) }
const choose = (choice) => (r) => choice(r).forEach((field) => field(r))
const nothing = []

// DER: [content, end] of the element, and whether bytes are a Name
const element = (data, at, end, tag) => {
  need(end - at >= 2 && data[at] === tag)
  let size = data[at + 1]
  at += 2
  if (size >= 128) {
    const count = size - 128
    need(count > 0 && count <= end - at && data[at] !== 0)
    size = integer(data, at, count)
    at += count
    need(size >= 128)
  }
  need(size <= end - at)
  return [at, at + size]
}
const isName = (data) => {
  let [at, end] = element(data, 0, data.length, 0x30)
  need(end === data.length)
  while (at < end) {
    let [inner, after] = element(data, at, end, 0x31)
    need(inner < after)
    for (at = after; inner < after;) {
      const [pair, next] = element(data, inner, after, 0x30)
      const value = element(data, pair, next, 6)[1]
      need(value < next && element(data, value, next, data[value])[1] === next)
      inner = next
    }
  }
}

const unique = (values, alert) => need(new Set(values).size === values.length, alert)
const isHostName = (text) => illegal(text.every((byte) => byte < 128 && byte !== 0x3a) && text[text.length - 1] !== 0x2e &&
  text.some((byte) => byte !== 0x2e && (byte < 0x30 || byte > 0x39)))
const pairs = (check) => list(2, 'supported_signature_algorithms', 2, [number(1, 'hash'), number(1, 'signature', check)])
const same = (fields) => [fields, fields]

// The body of each extension, in a ClientHello and in a ServerHello
const protocols = (most) => [list(2, 'protocol_name_list', 2, [vector(1, 'protocol_name', 1)], (names) => need(names.length <= most))]
const extensions = {
  0: [[list(2, 'server_name_list', 1, [number(1, 'name_type'), vector(2, 'host_name', 1)], (names) => {
    unique(names.map((name) => name[0]), 'illegal_parameter')
    names.filter((name) => name[0] === 0).forEach((name) => isHostName(name[1]))
  })], nothing],
  1: same([number(1, 'max_fragment_length', (n) => illegal(n >= 1 && n <= 4))]),
  3: [[list(2, 'trusted_authorities_list', 0, [(r) => {
    const kind = number(1, 'identifier_type', (n) => need(n <= 3))(r)
    const forms = [nothing, [opaque(20, 'key_sha1_hash')], [vector(2, 'x509_name', 1)], [opaque(20, 'cert_sha1_hash')]]
    forms[kind].forEach((field) => field(r))
  }])], nothing],
  4: same(nothing),
  5: [[number(1, 'status_type', (n) => need(n === 1)), list(2, 'responder_id_list', 0, [vector(2, 'responder_id', 1)]), vector(2, 'request_extensions')], nothing],
  10: same([list(2, 'named_group_list', 2, [number(2, 'group')])]),
  11: same([list(1, 'ec_point_format_list', 1, [number(1, 'value')], (formats) => illegal(formats.some((format) => format[0] === 0)))]),
  13: same([pairs((n) => illegal(n !== 0))]),
  16: [protocols(Infinity), protocols(1)],
  17: [[list(2, 'certificate_status_req_list', 1, [number(1, 'status_type'), vector(2, 'request')])], nothing],
  21: same([rest((zeros) => illegal(zeros.every((byte) => byte === 0)))]),
  22: same(nothing),
  23: same(nothing),
  28: same([number(2, 'record_size_limit', (n) => illegal(n >= 64))]),
  35: [[rest()], nothing],
  0xff01: same([vector(1, 'renegotiated_connection')])
}
const extension = (r) => {
  const type = number(2, 'extension_type')(r)
  const inner = inside(r, 2, 0, Infinity, `${r.path}extension_data.`)
  const fields = (extensions[type] || same([rest()]))[r.server ? 1 : 0]
  fields.forEach((field) => field(inner))
  need(left(inner) === 0)
  return type
}
const extensionList = optional(list(2, 'extensions', 0, [extension], (types) => unique(types.map((type) => type[0]))))

// The body of each message; kx(r) is the key exchange
const signed = [number(1, 'hash'), number(1, 'signature_algorithm'), vector(2, 'signature')]
const dhParams = ['dh_p', 'dh_g', 'dh_Ys'].map((name) => vector(2, name, 1))
const ecdhParams = [number(1, 'curve_type', (n) => need(n === 3, 'handshake_failure')), number(2, 'namedcurve'), vector(1, 'public', 1)]
const value = (bytes) => bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
const ascending = (values) => illegal(values.every((n, i) => i === 0 || values[i - 1] < n))
const explicitParams = [(r) => {
  const kind = number(1, 'curve_type', (n) => need(n === 1 || n === 2, 'handshake_failure'))(r)
  if (kind === 1) {
    vector(1, 'prime_p', 1)(r)
  } else {
    number(2, 'm')(r)
    const basis = number(1, 'basis', (n) => need(n === 1 || n === 2))(r)
    ascending((basis === 1 ? ['k'] : ['k1', 'k2', 'k3']).map((name) => value(vector(1, name, 1)(r))))
  }
  for (const name of ['a', 'b', 'base', 'order', 'cofactor', 'public']) vector(1, name, 1)(r)
}]
const params = (r) => /^DHE|^DH_anon/.test(r.kx) ? dhParams : !/^ECDH/.test(r.kx) ? nothing : r.explicit ? explicitParams : ecdhParams
const share = (kx) => /^ECDH/.test(kx) ? [vector(1, 'ecdh_Yc', 1)] : /^DH/.test(kx) ? [vector(2, 'dh_Yc', 1)]
  : /^RSA/.test(kx) ? [vector(2, 'encrypted_pre_master_secret')] : nothing
const mayBeImplicit = /^(DHE?|ECDH)_(DSS|RSA|ECDSA)$/
const fixedEcdh = (n, r) => illegal((n !== 65 && n !== 66) || /^(ECDH_(RSA|ECDSA))?$/.test(r.kx))
const messages = {
  hello_request: [0, nothing],
  client_hello: [1, [number(2, 'client_version'), opaque(32, 'random'), vector(1, 'session_id', 0, 32), list(2, 'cipher_suites', 2, [number(2, 'cipher_suite')]),
    list(1, 'compression_methods', 1, [number(1, 'value')], (methods) => need(methods.some((method) => method[0] === 0))), extensionList]],
  server_hello: [2, [number(2, 'server_version'), opaque(32, 'random'), vector(1, 'session_id', 0, 32), number(2, 'cipher_suite'),
    number(1, 'compression_method'), extensionList]],
  new_session_ticket: [4, [number(4, 'ticket_lifetime_hint'), vector(2, 'ticket')]],
  certificate: [11, [list(3, 'certificate_list', 0, [vector(3, 'certificate', 1)], (entries, r) => need(entries.length > 0 || !r.server))]],
  server_key_exchange: [12, [choose((r) => [...(/PSK/.test(r.kx) ? [vector(2, 'psk_identity_hint')] : nothing), ...params(r),
    ...(/^(EC)?DHE_(DSS|RSA|ECDSA)$/.test(r.kx) ? signed : nothing)])]],
  certificate_request: [13, [list(1, 'certificate_types', 1, [number(1, 'value', fixedEcdh)]), pairs(),
    list(2, 'certificate_authorities', 0, [vector(2, 'distinguished_name', 1, Infinity, isName)])]],
  server_hello_done: [14, nothing],
  certificate_verify: [15, signed],
  client_key_exchange: [16, [choose((r) => r.implicit || (left(r) === 0 && mayBeImplicit.test(r.kx)) ? nothing
    : [...(/PSK/.test(r.kx) ? [vector(2, 'psk_identity')] : nothing), ...share(r.kx)])]],
  finished: [20, [opaque(12, 'verify_data')]],
  certificate_status: [22, [number(1, 'status_type', (n) => need(n === 1)), vector(3, 'response', 1)]]
}
const fragments = {
  alert: [number(1, 'level', (n) => need(n === 1 || n === 2)), number(1, 'description')],
  change_cipher_spec: [number(1, 'type', (n) => need(n === 1))]
}

const parse = (group, data) => {
  const {message} = group
  const r = {data, at: 0, end: data.length, path: '', fields: [], kx: group.key_exchange || '', server: group.sender === 'server' || message === 'server_hello',
    implicit: group.implicit, explicit: group.explicit_curve}
  if (messages[message]) {
    const [type, fields] = messages[message]
    number(1, 'msg_type', (n) => need(n === type, 'unexpected_message'))(r)
    const inner = inside(r, 3, 0, Infinity, '')
    fields.forEach((field) => field(inner))
    need(left(inner) === 0)
  } else {
    (fragments[message] || [extension]).forEach((field) => field(r))
  }
  need(left(r) === 0)
  return r.fields
}

const answer = (group, {id, bytes}) => {
  try {
    return {id, result: 'valid', fields: parse(group, Buffer.from(bytes, 'hex'))}
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return {id, result: 'invalid', alert: error.message}
  }
}

const file = JSON.parse(require('fs').readFileSync(0))
const results = file.groups.flatMap((group) => group.vectors.map((vector) => answer(group, vector)))
process.stdout.write(JSON.stringify({harness: 'JavaScript', results}))
