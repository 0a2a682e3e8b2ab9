# bash completion for tls12
_tls12()
{
  local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD - 1]} options
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W 'decode explain encode chain handshake client server machine vectors deviant shim --help --version' -- "$word")
    return
  fi
  case $last in
  --kx)
    options='RSA DH_DSS DH_RSA DHE_DSS DHE_RSA ECDH_ECDSA ECDH_RSA ECDHE_ECDSA ECDHE_RSA RSA_PSK'
    [[ ${COMP_WORDS[1]} != chain ]] && options+=' DH_anon ECDH_anon PSK DHE_PSK ECDHE_PSK'
    ;;
  --client-auth) options='none rsa_sign dss_sign ecdsa_sign ed25519 rsa_fixed_dh dss_fixed_dh rsa_fixed_ecdh ecdsa_fixed_ecdh empty' ;;
  --resume) [[ ${COMP_WORDS[1]} == handshake ]] && options='id ticket' ;;
  --renegotiation) options='allow refuse' ;;
  --trusted-ca) options='pre_agreed key_sha1_hash x509_name cert_sha1_hash' ;;
  --policy) options='modern reference' ;;
  --sender | --against | --usage) options='client server' ;;
  --from) options='auto hex bin pcap pem der' ;;
  --as)
    options='auto records handshake hello_request client_hello server_hello new_session_ticket certificate server_key_exchange'
    options+=' certificate_request server_hello_done certificate_verify client_key_exchange finished certificate_status server_name'
    options+=' supported_groups ec_point_formats signature_algorithms alpn session_ticket renegotiation_info'
    ;;
  *)
    [[ ${COMP_WORDS[1]} == vectors && COMP_CWORD -eq 2 ]] && options='list run answer verify'
    [[ $word == -* ]] && options=$(tls12 "${COMP_WORDS[1]}" --help 2> /dev/null | grep -oE -- '--[a-z-]+' | sort -u)
    ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
}
complete -o default -F _tls12 tls12
