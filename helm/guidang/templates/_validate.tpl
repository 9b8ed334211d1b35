{{- /* Every refusal stands here, named by the value to set. */ -}}
{{- define "guidang.validate" -}}
{{- $v := .Values -}}
{{- if not $v.journal.origin }}{{ fail "journal.origin must be set: the log's name, such as archive.example.org/log; it never changes" }}{{ end -}}
{{- if not $v.journal.signingKey.secret }}{{ fail "journal.signingKey.secret must be set: an existing Secret with the log's secret key" }}{{ end -}}
{{- if not $v.access.issuer }}{{ fail "access.issuer must be set: the OIDC provider's address" }}{{ end -}}
{{- if not (hasPrefix "https://" $v.access.issuer) }}{{ fail "access.issuer must be an https address: tokens are only as safe as the way to their keys" }}{{ end -}}
{{- if not $v.elasticsearch.uris }}{{ fail "elasticsearch.uris must be set: one address or more" }}{{ end -}}
{{- if and $v.notices.mail.host (not $v.notices.mail.from) }}{{ fail "notices.mail.from must be set where notices.mail.host is: the sender's address" }}{{ end -}}
{{- if eq $v.objects.kind "s3" -}}
{{- range $name := list "endpoint" "archiveBucket" "workBucket" "secret" -}}
{{- if not (index $v.objects.s3 $name) }}{{ fail (printf "objects.s3.%s must be set where objects.kind is s3" $name) }}{{ end -}}
{{- end -}}
{{- if eq $v.objects.s3.archiveBucket $v.objects.s3.workBucket }}{{ fail "objects.s3.archiveBucket and objects.s3.workBucket must be two different buckets" }}{{ end -}}
{{- else -}}
{{- if not $v.objects.files.claim }}{{ fail "objects.files.claim must be set where objects.kind is files: an existing PersistentVolumeClaim on a local disk" }}{{ end -}}
{{- if gt (int $v.replicas) 1 }}{{ fail "replicas must be 1 where objects.kind is files: a disk that several nodes share is a network file system" }}{{ end -}}
{{- end -}}
{{- end }}
