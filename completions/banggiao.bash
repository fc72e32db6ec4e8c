# bash completion for banggiao; source it, or put it into /usr/share/bash-completion/completions/banggiao

_banggiao_command() {
    local i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            -d | --db | --data | --lang | --by | --files0-from | --published | --output | -o | --note | --source) ((i++)) ;;
            -*) ;;
            *) echo "${COMP_WORDS[i]}"; return ;;
        esac
    done
}

_banggiao() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command
    local all="--db --data --json --lang --help --version"
    command=$(_banggiao_command)
    COMPREPLY=()
    case $previous in
        -d | --db | --files0-from | -o | --output) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --data) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
        --by) [ "$command" != score ] || mapfile -t COMPREPLY < <(compgen -W "type country act rule" -- "$word"); return ;;
        --lang) mapfile -t COMPREPLY < <(compgen -W "vi en" -- "$word"); return ;;
        --channel) mapfile -t COMPREPLY < <(compgen -W "party state government parliament foreign_ministry ministry defence security local people" -- "$word"); return ;;
        --bound) mapfile -t COMPREPLY < <(compgen -W "VN both" -- "$word"); return ;;
        --type) mapfile -t COMPREPLY < <(compgen -W "visit talks meeting call consultation dialogue committee_session letter signing ceremony credentials award conference aid statement other" -- "$word"); return ;;
        --country | --person | --name | --from | --to | --outlet | --with | --for | --date | --note | --source | --as-of | --silent | --since-last | --before | --published) return ;;
    esac
    if [ -z "$command" ]; then
        mapfile -t COMPREPLY < <(compgen -W "add read article brief ledger facts since compare calendar timeline show search people bodies mechanisms agreements explain review accept reject correct join split close undo log export merge verify reread notes sites lexicon score help $all" -- "$word")
        return
    fi
    if [ "$command" = correct ] && [[ $word != -* ]]; then
        compopt -o nospace
        mapfile -t COMPREPLY < <(compgen -S = -W "type date end place status mode grade channel sides speaker addressee act strength content" -- "$word")
        return
    fi
    if [[ $word == -* ]]; then
        case $command in
            timeline) all+=" --with --country --channel --person --type --from --to --outlet --all" ;;
            people) all+=" --with --country --name" ;;
            bodies | mechanisms | agreements) all+=" --with --as-of" ;;
            search) all+=" --outlet" ;;
            compare) all+=" --output --session --as-of" ;;
            brief) all+=" --with --for --channel --date --output" ;;
            show) all+=" --html --all" ;;
            since) all+=" --as-of" ;;
            ledger) all+=" --with --as-of --silent --due --before --bound --since-last" ;;
            read) all+=" --files0-from --published" ;;
            article) all+=" --files0-from --published --kept --dropped" ;;
            add) all+=" --quiet --files0-from --published" ;;
            verify | reread | merge) all+=" --quiet" ;;
            export) all+=" --output --as-of" ;;
            accept | reject | correct) all+=" --by --note --source --telling --quiet" ;;
            join | split | close) all+=" --by --note --source --quiet" ;;
            facts) all+=" --with --as-of" ;;
            calendar) all+=" --with --as-of --output" ;;
            review) all+=" --with --country --type --by --note --source --quiet" ;;
            undo) all+=" --by --note --quiet" ;;
            score) all+=" --errors --by" ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$all" -- "$word")
        return
    fi
    case $command in
        help) mapfile -t COMPREPLY < <(compgen -W "add read article brief ledger facts since compare calendar timeline show search people bodies mechanisms agreements explain review accept reject correct join split close undo log export merge verify reread notes sites lexicon score" -- "$word") ;;
        export) mapfile -t COMPREPLY < <(compgen -W "csv jsonl pages codebook xlsx plover icews polecat gdelt-events gdelt-mentions csl gexf popolo" -- "$word") ;;
        lexicon) mapfile -t COMPREPLY < <(compgen -W "check" -- "$word") ;;
        read | article | add | merge | explain | score) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
    esac
}

complete -F _banggiao banggiao
