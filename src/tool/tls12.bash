# bash completion for tls12
_tls12()
{
  local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD - 1]} options
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W 'decode explain encode chain handshake client server machine vectors deviant --help --version' -- "$word")
    return
  fi
  case $last in
  --kx)
    options='RSA DHE_RSA ECDHE_RSA ECDHE_ECDSA'
    [[ ${COMP_WORDS[1]} == chain ]] && options+=' RSA_PSK DHE_DSS DH_DSS DH_RSA ECDH_ECDSA ECDH_RSA'
    ;;
  --policy) options='modern reference' ;;
  --sender | --against | --usage) options='client server' ;;
  --from) options='auto hex bin pcap pem der' ;;
  *)
    [[ ${COMP_WORDS[1]} == vectors && COMP_CWORD -eq 2 ]] && options='list run answer verify'
    [[ $word == -* ]] && options=$(tls12 "${COMP_WORDS[1]}" --help 2> /dev/null | grep -oE -- '--[a-z-]+' | sort -u)
    ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
}
complete -o default -F _tls12 tls12
